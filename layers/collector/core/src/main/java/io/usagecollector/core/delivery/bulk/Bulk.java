package io.usagecollector.core.delivery.bulk;

import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.UsageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Events that go out in one request.
 *
 * @param pending one or more
 * @param size how many bytes of events it holds
 * @param level how often it was halved: zero for a bulk that was never refused
 * @param stubborn whether it is a piece of one that kept failing while others passed
 * @param failures how many attempts have failed
 * @param ambiguous whether an attempt left open if its events are stored already
 * @param notBefore when it may go out, milliseconds since 1970-01-01T00:00:00Z
 * @param lastAnswer what the last failed attempt ended with, or nothing; safe to log
 */
public record Bulk(
    List<PendingEvent> pending,
    long size,
    int level,
    boolean stubborn,
    int failures,
    boolean ambiguous,
    long notBefore,
    Optional<String> lastAnswer) {
  public Bulk {
    pending = List.copyOf(pending);
    if (pending.isEmpty()) {
      throw new IllegalArgumentException("a bulk holds at least one event");
    }
  }

  public static Bulk of(List<PendingEvent> pending) {
    return of(pending, size(pending));
  }

  /** One whose bytes are counted already. */
  static Bulk of(List<PendingEvent> pending, long size) {
    return new Bulk(pending, size, 0, false, 0, false, Long.MIN_VALUE, Optional.empty());
  }

  private Bulk piece(List<PendingEvent> some) {
    return new Bulk(
        some, size(some), level + 1, stubborn, 0, ambiguous, Long.MIN_VALUE, Optional.empty());
  }

  private static long size(List<PendingEvent> pending) {
    return pending.stream().mapToLong(PendingEvent::size).sum();
  }

  public boolean isSingle() {
    return pending.size() == 1;
  }

  public boolean isFresh() {
    return level == 0;
  }

  public List<UsageEvent> events() {
    return pending.stream().map(PendingEvent::event).toList();
  }

  public Bulk firstHalf() {
    return piece(pending.subList(0, pending.size() / 2));
  }

  public Bulk secondHalf() {
    return piece(pending.subList(pending.size() / 2, pending.size()));
  }

  /** One event of several, alone. */
  public Bulk alone(int index) {
    return piece(List.of(pending.get(index)));
  }

  /** The others, at the same level. */
  public Bulk without(int index) {
    var others = new ArrayList<>(pending);
    others.remove(index);
    return new Bulk(
        others, size(others), level, stubborn, failures, ambiguous, notBefore, lastAnswer);
  }

  /** Those of its events that are kept, at the same level; nothing if none is. */
  public Optional<Bulk> keeping(Predicate<PendingEvent> kept) {
    List<PendingEvent> some = pending.stream().filter(kept).toList();
    return some.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Bulk(
                some, size(some), level, stubborn, failures, ambiguous, notBefore, lastAnswer));
  }

  /** What is left without some, as a piece of it. */
  public Optional<Bulk> withoutAll(List<Integer> indexes) {
    List<PendingEvent> others =
        IntStream.range(0, pending.size())
            .filter(index -> !indexes.contains(index))
            .mapToObj(pending::get)
            .toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(piece(others));
  }

  /** The same, whose pieces are known to be of one that keeps failing. */
  public Bulk asStubborn() {
    return new Bulk(pending, size, level, true, failures, ambiguous, notBefore, lastAnswer);
  }

  /** The same, of which the service may have stored some. */
  public Bulk asMaybeStored() {
    return new Bulk(pending, size, level, stubborn, failures, true, notBefore, lastAnswer);
  }

  /** Whether all of it was deferred before. */
  public boolean isRedelivered() {
    return pending.stream()
        .allMatch(event -> event.inbound().handle() instanceof SourceHandle.QueueMessage);
  }

  /**
   * The same bytes, later.
   *
   * @param mayBeStored whether the service may have stored them all the same
   */
  public Bulk again(long notBefore, String answer, boolean mayBeStored) {
    return new Bulk(
        pending,
        size,
        level,
        stubborn,
        failures + 1,
        ambiguous || mayBeStored,
        notBefore,
        Optional.of(answer));
  }
}
