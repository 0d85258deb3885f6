package io.usagecollector.cli.letters.file;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the steps of a file add up to. */
final class Holdings {
  private static final Duration LONGEST = Duration.ofDays(14);

  private final Map<String, FiledMessage> messages = new LinkedHashMap<>();
  private final Set<String> missing = new HashSet<>();
  private final Set<String> deleted = new HashSet<>();
  private final Set<Ref> sending = new HashSet<>();
  private final Set<Ref> sent = new HashSet<>();
  private Optional<Step.Queue> queue = Optional.empty();

  void add(Step step, Line line) {
    switch (step) {
      case Step.Queue read -> queue = Optional.of(read);
      case Step.Read read -> messages.putIfAbsent(read.id(), FiledMessage.of(read, line));
      case Step.Missed(List<String> ids) -> missing.addAll(ids);
      case Step.Met(List<String> ids) -> {
        ids.forEach(missing::remove);
        ids.forEach(deleted::remove);
      }
      case Step.Sending(List<Ref> letters) -> sending.addAll(letters);
      case Step.Sent(List<Ref> letters, Instant _) -> {
        letters.forEach(sending::remove);
        sent.addAll(letters);
      }
      case Step.Deleted(List<String> ids) -> deleted.addAll(ids);
    }
  }

  Optional<Step.Queue> queue() {
    return queue;
  }

  Duration retention() {
    return queue.map(Step.Queue::retention).orElse(LONGEST);
  }

  /** The ids of messages that are in the queue, as far as is known. */
  List<String> present() {
    return messages.keySet().stream().filter(this::isPresent).toList();
  }

  boolean isPresent(String id) {
    return !missing.contains(id) && !deleted.contains(id);
  }

  /** Whether all its letters were sent on, so that it may be deleted. */
  boolean isSent(String id) {
    FiledMessage message = messages.get(id);
    return message != null
        && !message.heads().isEmpty()
        && message.refs().stream().allMatch(sent::contains);
  }

  Optional<FiledMessage> message(String id) {
    return Optional.ofNullable(messages.get(id));
  }

  /** What waits, oldest first: what was neither sent on nor deleted. */
  List<Filed> waiting() {
    Map<String, List<Ref>> writings = new LinkedHashMap<>();
    List<Filed> waiting = new ArrayList<>();
    for (FiledMessage message : messages.values()) {
      if (deleted.contains(message.id())) {
        continue;
      }
      if (message.heads().isEmpty()) {
        waiting.add(text(message));
      }
      for (Ref ref : message.refs()) {
        if (!sent.contains(ref)) {
          writings.computeIfAbsent(head(ref).key(), none -> new ArrayList<>()).add(ref);
        }
      }
    }
    writings.values().forEach(refs -> waiting.add(letter(refs)));
    waiting.sort(Comparator.comparing(Filed::queued).thenComparing(Filed::key));
    return waiting;
  }

  private Filed text(FiledMessage message) {
    return new Filed.OfText(
        message.id(), message.trouble(), message.queued(), isPresent(message.id()));
  }

  private Filed letter(List<Ref> writings) {
    Ref best = writings.stream().max(Comparator.comparing(this::head, BETTER)).orElseThrow();
    return new Filed.OfLetter(
        head(best),
        best,
        writings,
        writings.stream().map(this::queued).min(Comparator.naturalOrder()).orElseThrow(),
        writings.stream().anyMatch(ref -> isPresent(ref.message())),
        writings.stream().anyMatch(sending::contains));
  }

  private static final Comparator<LetterHead> BETTER =
      Comparator.comparing(LetterHead::ambiguous).thenComparing(LetterHead::written);

  private LetterHead head(Ref ref) {
    return find(ref).heads().get(ref.index());
  }

  private Instant queued(Ref ref) {
    return find(ref).queued();
  }

  private FiledMessage find(Ref ref) {
    FiledMessage message = messages.get(ref.message());
    if (message == null) {
      throw new IllegalArgumentException("a letter of a message that was not read");
    }
    return message;
  }
}
