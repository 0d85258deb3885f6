package io.usagecollector.cli.letters.file;

import io.usagecollector.core.letter.Claim;
import io.usagecollector.core.letter.Message;
import io.usagecollector.core.letter.steps.Ref;
import io.usagecollector.core.letter.steps.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the steps of a file add up to. */
final class Holdings {
  private final Map<String, FiledMessage> messages = new LinkedHashMap<>();
  private final Writings writings = new Writings();
  private final Map<String, Line> contents = new HashMap<>();
  private final Set<String> missing = new HashSet<>();
  private final Set<String> deleted = new HashSet<>();
  private final Set<Ref> sending = new HashSet<>();
  private final Set<Ref> sent = new HashSet<>();
  private Optional<Step.Queue> queue = Optional.empty();

  void add(Step step, Line line) {
    switch (step) {
      case Step.Queue read -> queue = Optional.of(read);
      case Step.Read read -> read(read, line);
      case Step.Content content -> {
        contents.put(content.id(), line);
        writings.content(content.id(), content.bytes());
      }
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

  private void read(Step.Read read, Line line) {
    if (!messages.containsKey(read.id())) {
      int places = writings.add(read.id(), Message.read(read.body()), sent::contains);
      messages.put(read.id(), new FiledMessage(read.id(), read.queued(), line, places));
    }
  }

  Optional<Step.Queue> queue() {
    return queue;
  }

  Optional<Duration> retention() {
    return queue.flatMap(Step.Queue::retention);
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
    return message != null && message.places() > 0 && sent.containsAll(message.refs());
  }

  Optional<FiledMessage> message(String id) {
    return Optional.ofNullable(messages.get(id));
  }

  /** Where the content of a claim stands, if it was fetched. */
  Optional<Line> content(String id) {
    return Optional.ofNullable(contents.get(id));
  }

  /** The claims of messages in the queue whose content was not fetched, by the messages' ids. */
  Map<String, Claim> claims() {
    Map<String, Claim> claims = new LinkedHashMap<>();
    present().forEach(id -> writings.claim(id).ifPresent(claim -> claims.put(id, claim)));
    return claims;
  }

  /** The bucket of the last claim. */
  Optional<String> bucket() {
    return writings.bucket();
  }

  /** What waits, oldest first: what was neither sent on nor deleted. */
  List<Filed> waiting() {
    Map<String, List<Writing>> letters = new LinkedHashMap<>();
    for (Writing writing : writings.all()) {
      if (!sent.contains(writing.refs().getFirst()) && !isDeleted(writing)) {
        letters.computeIfAbsent(writing.head().key(), none -> new ArrayList<>()).add(writing);
      }
    }
    List<Filed> waiting = new ArrayList<>();
    letters.values().forEach(same -> waiting.add(letter(same)));
    writings
        .troubles()
        .forEach((id, why) -> {
          if (!deleted.contains(id)) {
            waiting.add(new Filed.OfText(id, why, queued(id), isPresent(id)));
          }
        });
    waiting.sort(Comparator.comparing(Filed::queued).thenComparing(Filed::key));
    return waiting;
  }

  private boolean isDeleted(Writing writing) {
    return writing.refs().stream().map(Ref::message).allMatch(deleted::contains);
  }

  private Filed letter(List<Writing> same) {
    Writing best =
        Collections.max(
            same,
            Comparator.<Writing, Boolean>comparing(writing -> writing.head().ambiguous())
                .thenComparing(writing -> writing.head().written()));
    List<Ref> all = same.stream().map(Writing::refs).flatMap(List::stream).toList();
    return new Filed.OfLetter(
        best.head(),
        best.refs(),
        all,
        same.size(),
        all.stream()
            .map(Ref::message)
            .map(this::queued)
            .min(Comparator.naturalOrder())
            .orElseThrow(),
        all.stream().map(Ref::message).anyMatch(this::isPresent),
        all.stream().anyMatch(sending::contains));
  }

  private Instant queued(String id) {
    return message(id).orElseThrow().queued();
  }
}
