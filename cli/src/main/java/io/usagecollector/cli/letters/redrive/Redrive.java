package io.usagecollector.cli.letters.redrive;

import io.usagecollector.aws.sqs.QueuedMessage;
import io.usagecollector.aws.sqs.Sweep;
import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.cli.letters.file.LetterFile;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Receipt;
import io.usagecollector.core.letter.steps.Ref;
import io.usagecollector.core.letter.steps.Step;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Sends letters on. Each goes through: the file says that it is being sent; the retry queue has it;
 * the file says so; the dead-letter queue deletes it. So it may end between any two of these and
 * begin again: what the file knows to be sent is only deleted, and what it does not know of is sent
 * again, the same letter with the same key. A message that came after the file was read is left
 * alone, whatever its key: it may be the same letter that has failed again.
 */
public final class Redrive {
  private static final int AT_ONCE = 100;
  private static final Duration STORING = Duration.ofMinutes(1);

  private final LetterFile file;
  private final Letters retryQueue;
  private final Treatment treatment;
  private final InstantSource clock;
  private final LongConsumer progress;
  private final Map<String, Filed.OfLetter> waiting = new LinkedHashMap<>();
  private final Map<String, Set<Filed.OfLetter>> byMessage = new HashMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<QueuedMessage> met = new ArrayList<>();
  private int sent;
  private int deleted;

  /**
   * @param progress is told how many letters were sent so far
   */
  public Redrive(
      LetterFile file,
      Letters retryQueue,
      Treatment treatment,
      InstantSource clock,
      LongConsumer progress) {
    this.file = file;
    this.retryQueue = retryQueue;
    this.treatment = treatment;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What a run did.
   *
   * @param sent how many letters the retry queue took
   * @param deleted how many messages the dead-letter queue no longer has
   * @param refusals why the retry queue did not take letters, and how many
   * @param notMet how many letters were not met in the queue, and were left
   */
  public record Result(int sent, int deleted, Map<String, Integer> refusals, int notMet) {
    public Result {
      refusals = Map.copyOf(refusals);
    }
  }

  /** Sends what the queue still holds of these letters; deletes it, and what was sent before. */
  public Result throughQueue(List<Filed.OfLetter> letters, Sweep sweep) {
    letters.forEach(this::await);
    for (var page = sweep.next(); !page.isEmpty(); page = sweep.next()) {
      met.addAll(page);
      if (met.size() >= AT_ONCE) {
        pass(sweep);
      }
    }
    pass(sweep);
    return new Result(sent, deleted, refusals, waiting.size());
  }

  /** Sends letters out of the file alone, which the queue no longer holds. */
  public Result outOfFile(List<Filed.OfLetter> letters) {
    for (int i = 0; i < letters.size(); i += AT_ONCE) {
      send(letters.subList(i, Math.min(letters.size(), i + AT_ONCE)));
    }
    return new Result(sent, 0, refusals, 0);
  }

  private void await(Filed.OfLetter letter) {
    waiting.put(letter.key(), letter);
    for (Ref writing : letter.all()) {
      byMessage.computeIfAbsent(writing.message(), none -> new LinkedHashSet<>()).add(letter);
    }
  }

  private void pass(Sweep sweep) {
    Map<String, Filed.OfLetter> now = new LinkedHashMap<>();
    for (QueuedMessage message : met) {
      for (Filed.OfLetter letter : byMessage.getOrDefault(message.id(), Set.of())) {
        if (waiting.remove(letter.key()) != null) {
          now.put(letter.key(), letter);
        }
      }
    }
    send(List.copyOf(now.values()));
    List<QueuedMessage> done = met.stream().filter(message -> file.isSent(message.id())).toList();
    List<String> gone = sweep.delete(done);
    if (!gone.isEmpty()) {
      file.append(List.of(new Step.Deleted(gone)));
    }
    deleted += gone.size();
    met.clear();
  }

  private void send(List<Filed.OfLetter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    List<Letter> texts =
        letters.stream()
            .map(letter -> treatment.apply(file.letter(letter.sent()), clock.instant()))
            .toList();
    file.append(List.of(new Step.Sending(writings(letters))));
    List<Receipt> receipts = retryQueue.store(texts, STORING);
    List<Ref> stored = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      switch (receipts.get(i)) {
        case Receipt.Stored _ -> {
          stored.addAll(letters.get(i).all());
          sent++;
        }
        case Receipt.Refused(String why) -> refusals.merge(why, 1, Integer::sum);
      }
    }
    if (!stored.isEmpty()) {
      file.append(List.of(new Step.Sent(stored, clock.instant())));
    }
    progress.accept(sent);
  }

  private static List<Ref> writings(List<Filed.OfLetter> letters) {
    return letters.stream().map(Filed.OfLetter::all).flatMap(List::stream).toList();
  }
}
