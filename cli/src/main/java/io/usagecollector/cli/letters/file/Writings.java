package io.usagecollector.cli.letters.file;

import io.usagecollector.core.letter.Assembler;
import io.usagecollector.core.letter.Claim;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import io.usagecollector.core.letter.steps.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The letters that were read, however many messages each came in: several in one, each in its own,
 * in parts, or as a claim whose content came afterwards.
 */
final class Writings {
  /** Parts with the same of these belong together. */
  private record Cut(String key, String sha256, int of) {}

  private final List<Writing> all = new ArrayList<>();
  private final Map<Cut, Integer> whole = new HashMap<>();
  private final Map<Cut, Assembler<Ref>> open = new LinkedHashMap<>();
  private final Map<String, Message.Claimed> claimed = new LinkedHashMap<>();
  private final Map<String, String> troubles = new HashMap<>();
  private Optional<String> bucket = Optional.empty();

  /**
   * Takes what a message holds; answers how many places it has for letters.
   *
   * @param isSent whether a letter was sent on before: what comes then is another letter
   */
  int add(String id, Message message, Predicate<Ref> isSent) {
    switch (message) {
      case Message.Whole(List<Letter> letters) -> {
        for (int i = 0; i < letters.size(); i++) {
          all.add(new Writing(LetterHead.of(letters.get(i)), List.of(new Ref(id, i))));
        }
        return letters.size();
      }
      case Message.Part part -> {
        part(new Ref(id, 0), part, isSent);
        return 1;
      }
      case Message.Claimed claim -> {
        claimed.put(id, claim);
        bucket = Optional.of(claim.claim().bucket());
        return 1;
      }
      case Message.Unreadable(String why) -> {
        troubles.put(id, why);
        return 0;
      }
    }
  }

  private void part(Ref ref, Message.Part part, Predicate<Ref> isSent) {
    var cut = new Cut(part.explanation().key(), part.slice().sha256(), part.slice().of());
    Integer known = whole.get(cut);
    if (known != null && !isSent.test(all.get(known).refs().getFirst())) {
      all.set(known, all.get(known).with(ref));
      return;
    }
    Assembler<Ref> parts = open.computeIfAbsent(cut, none -> new Assembler<>());
    parts.add(ref, part);
    for (Assembler.Assembled<Ref> letter : parts.assembled()) {
      open.remove(cut);
      whole.put(cut, all.size());
      completed(letter.result(), letter.messages());
    }
  }

  private void completed(Message result, List<Ref> refs) {
    switch (result) {
      case Message.Whole(List<Letter> letters) ->
          all.add(new Writing(LetterHead.of(letters.getFirst()), refs));
      case Message.Unreadable(String why) -> refs.forEach(ref -> troubles.put(ref.message(), why));
      case Message.Part _, Message.Claimed _ ->
          throw new IllegalStateException("a content that is no content");
    }
  }

  /** Takes the content that a claim is about. */
  void content(String id, byte[] content) {
    Message.Claimed claim = claimed.remove(id);
    if (claim != null) {
      completed(claim.open(content), List.of(new Ref(id, 0)));
    }
  }

  /** The claim of a message, while its content is not here. */
  Optional<Claim> claim(String id) {
    return Optional.ofNullable(claimed.get(id)).map(Message.Claimed::claim);
  }

  /** The bucket of the last claim. */
  Optional<String> bucket() {
    return bucket;
  }

  List<Writing> all() {
    return all;
  }

  /** Why messages hold no letter, or none yet; by their ids. */
  Map<String, String> troubles() {
    Map<String, String> all = new HashMap<>(troubles);
    claimed.forEach((id, claim) ->
        all.put(
            id,
            "its content was not fetched from the bucket "
                + claim.claim().bucket()
                + ": "
                + claim.claim().object()));
    open.values()
        .forEach(parts ->
            parts
                .incomplete()
                .forEach(letter ->
                    letter
                        .messages()
                        .forEach(ref ->
                            all.put(
                                ref.message(),
                                "%d of %d parts of letter %s: read again for the others"
                                    .formatted(
                                        letter.present(),
                                        letter.of(),
                                        letter.explanation().key())))));
    return all;
  }
}
