package io.usagecollector.core.delivery.bulk;

import io.usagecollector.core.sink.BulkLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is still to be sent, a few bulks at most, those in flight included. New bulks come first as
 * long as there is room; the pieces of refused bulks after them, and single events that are left of
 * them after all larger pieces, drawn by lot: so most of what can be accepted is accepted before
 * single events are judged, and no batch meets its bad events first each time it comes. What waits
 * for its time lets others pass.
 */
public final class BulkQueue {
  /** How many full bulks there are at once, by bytes, and by events while nothing passes. */
  public static final int FEW = 3;

  private final RandomGenerator random;
  private final Packer packer;
  private final BulkLimits limits;
  private final int mostInFlight;
  private final Deque<Bulk> first = new ArrayDeque<>();
  private final List<Bulk> bulks = new ArrayList<>();
  private final List<Bulk> singles = new ArrayList<>();
  private long events;
  private long bytes;

  /** Whether nothing is left to be taken in. */
  private boolean dry;

  /**
   * @param mostInFlight how many bulks may be in flight
   */
  public BulkQueue(RandomGenerator random, Packer packer, BulkLimits limits, int mostInFlight) {
    this.random = random;
    this.packer = packer;
    this.limits = limits;
    this.mostInFlight = mostInFlight;
  }

  /**
   * The bulk to send next, if there is one whose time has come. It counts until it has {@link
   * #landed}.
   *
   * @param passing whether bulks pass, so that there is room for as many as may be in flight
   */
  public Optional<Bulk> next(long now, boolean passing) {
    return again().or(() -> fresh(passing)).or(() -> piece(now)).or(() -> single(now));
  }

  /**
   * What goes out again before all others, else one event by lot, out of all that wait here;
   * nothing if none does.
   */
  public Optional<Bulk> anyAlone() {
    return again().or(this::drawn);
  }

  /** The piece that was halved most often, after what goes out again before all others. */
  public Optional<Bulk> deepest() {
    return again()
        .or(() ->
            IntStream.range(0, bulks.size())
                .boxed()
                .max(Comparator.comparingInt(at -> bulks.get(at).level()))
                .map(at -> bulks.remove(at.intValue())));
  }

  /** All that waits here and goes out no more, without what is still to be taken in. */
  public List<Bulk> removeIf(Predicate<Bulk> hopeless) {
    List<Bulk> removed = waiting().filter(hopeless).toList();
    first.removeIf(hopeless);
    bulks.removeIf(hopeless);
    singles.removeIf(hopeless);
    removed.forEach(this::landed);
    return removed;
  }

  /** When the first of what waits here may go, if anything waits. */
  public OptionalLong earliest() {
    return waiting().mapToLong(Bulk::notBefore).min();
  }

  private Stream<Bulk> waiting() {
    return Stream.of(first, bulks, singles).flatMap(some -> some.stream());
  }

  private Optional<Bulk> again() {
    return Optional.ofNullable(first.pollFirst());
  }

  private Optional<Bulk> drawn() {
    if (bulks.isEmpty()) {
      return single(Long.MAX_VALUE);
    }
    Bulk piece = bulks.remove(random.nextInt(bulks.size()));
    if (piece.isSingle()) {
      return Optional.of(piece);
    }
    int index = random.nextInt(piece.pending().size());
    bulks.addFirst(piece.without(index));
    return Optional.of(piece.alone(index));
  }

  /** A bulk is back: it, or pieces of it, may be handed in again. */
  public void landed(Bulk bulk) {
    events -= bulk.pending().size();
    bytes -= bulk.size();
  }

  /** Takes a bulk back that has landed: it goes out again before all others. */
  public void first(Bulk bulk) {
    first.addLast(put(bulk));
  }

  /** A bulk that has landed is kept elsewhere, and counts until it is said to have landed again. */
  public void aside(Bulk bulk) {
    put(bulk);
  }

  /** Takes a bulk back that has not gone out: it is the next to go. */
  public void unsent(Bulk bulk) {
    first.addFirst(bulk);
  }

  /** Takes back what is left of a bulk that has not gone out: it is the next to go. */
  public void unsent(Bulk bulk, Optional<Bulk> left) {
    landed(bulk);
    left.ifPresent(some -> unsent(put(some)));
  }

  /** Takes a bulk back that goes out again, after all others. */
  public void last(Bulk bulk) {
    bulks.addLast(put(bulk));
  }

  /** Takes a refused bulk of several events back, in two halves. */
  public void halve(Bulk refused) {
    piece(refused.firstHalf());
    piece(refused.secondHalf());
  }

  /** Takes a piece of a refused bulk back. */
  public void piece(Bulk piece) {
    if (piece.isSingle()) {
      singles.add(put(piece));
    } else {
      bulks.addLast(put(piece));
    }
  }

  /** A few new bulks, as many as there is room for. Each counts until it has {@link #landed}. */
  public List<Bulk> few() {
    List<Bulk> few = new ArrayList<>();
    while (hasFresh(false)) {
      fresh(false).ifPresent(few::add);
    }
    return few;
  }

  /**
   * Whether a new bulk may be taken in.
   *
   * @param passing whether bulks pass
   */
  public boolean hasFresh(boolean passing) {
    int most = passing ? Math.max(FEW, mostInFlight + 1) : FEW;
    return !dry && events <= (most - 1L) * limits.events() && bytes <= (FEW - 1L) * limits.bytes();
  }

  private Optional<Bulk> fresh(boolean passing) {
    if (!hasFresh(passing)) {
      return Optional.empty();
    }
    Optional<Bulk> next = packer.next();
    dry = next.isEmpty();
    return next.map(this::put);
  }

  private Optional<Bulk> piece(long now) {
    int[] due = due(bulks, now);
    return due.length == 0 ? Optional.empty() : Optional.of(bulks.remove(due[0]));
  }

  private Optional<Bulk> single(long now) {
    int[] due = due(singles, now);
    return due.length == 0
        ? Optional.empty()
        : Optional.of(singles.remove(due[random.nextInt(due.length)]));
  }

  private static int[] due(List<Bulk> some, long now) {
    return IntStream.range(0, some.size()).filter(at -> some.get(at).notBefore() <= now).toArray();
  }

  private Bulk put(Bulk bulk) {
    events += bulk.pending().size();
    bytes += bulk.size();
    return bulk;
  }
}
