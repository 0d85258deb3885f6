package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.file.LetterFile;
import io.usagecollector.cli.letters.queue.QueueAddress;
import io.usagecollector.cli.terminal.Paragraph;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.letter.steps.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fetches what letters claim into the file, so that it holds them whole. */
final class Claims {
  private static final Duration EACH = Duration.ofSeconds(30);

  private Claims() {}

  /** Fetches all that is not there yet, and says what could not be fetched. */
  static void fetch(ClaimStores stores, QueueAddress queue, LetterFile file, Terminal terminal) {
    Map<String, Integer> troubles = new TreeMap<>();
    Map<String, ClaimStore> buckets = new HashMap<>();
    file.claims()
        .forEach((id, claim) -> {
          ClaimStore bucket = buckets.computeIfAbsent(claim.bucket(), b -> stores.of(queue, b));
          switch (bucket.fetch(claim, EACH)) {
            case ClaimStore.Withdrawal.Found(byte[] content) ->
                file.append(List.of(new Step.Content(id, content)));
            case ClaimStore.Withdrawal.Missing(String why) -> troubles.merge(why, 1, Integer::sum);
            case ClaimStore.Withdrawal.Unreachable(String why) ->
                troubles.merge(why, 1, Integer::sum);
          }
        });
    troubles.forEach((why, count) ->
        Notes.note(
            terminal,
            "not whole, since its content could not be fetched: "
                + Paragraph.count(count, "letter")
                + ": "
                + why));
  }
}
