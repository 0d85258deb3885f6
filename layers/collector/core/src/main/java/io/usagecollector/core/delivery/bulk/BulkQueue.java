package io.usagecollector.core.delivery.bulk;

import io.usagecollector.core.sink.BulkLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What is still to be sent, a few bulks at most. New bulks come first as long as there is room; the
 * pieces of refused bulks after them, and single events that are left of them after all larger
 * pieces, drawn by lot: so most of what can be accepted is accepted before single events are
 * judged, and no batch meets its bad events first each time it comes.
 */
public final class BulkQueue {
  /** How many bulks there are at once, by events and by bytes, the one that is sent included. */
  public static final int FEW = 3;

  private final RandomGenerator random;
  private final Packer packer;
  private final BulkLimits limits;
  private final List<Bulk> bulks = new ArrayList<>();
  private final List<Bulk> singles = new ArrayList<>();
  private Optional<Bulk> first = Optional.empty();
  private long events;
  private long bytes;

  public BulkQueue(RandomGenerator random, Packer packer, BulkLimits limits) {
    this.random = random;
    this.packer = packer;
    this.limits = limits;
  }

  /** The bulk to send next, if any is left. */
  public Optional<Bulk> next() {
    return again().or(this::fresh).or(this::piece).or(this::single);
  }

  /**
   * What goes out again before all others, else one event by lot, out of all that wait here;
   * nothing if none does.
   */
  public Optional<Bulk> anyAlone() {
    return again().or(this::drawn);
  }

  private Optional<Bulk> again() {
    Optional<Bulk> again = first;
    first = Optional.empty();
    return again;
  }

  private Optional<Bulk> drawn() {
    if (bulks.isEmpty()) {
      return single();
    }
    Bulk piece = taken(bulks.remove(random.nextInt(bulks.size())));
    if (piece.isSingle()) {
      return Optional.of(piece);
    }
    int index = random.nextInt(piece.pending().size());
    bulks.addFirst(put(piece.without(index)));
    return Optional.of(piece.alone(index));
  }

  /** Takes the bulk back that has just gone out: it goes out again before all others. */
  public void first(Bulk bulk) {
    first = Optional.of(bulk);
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

  private void piece(Bulk half) {
    if (half.isSingle()) {
      singles.add(put(half));
    } else {
      bulks.addLast(put(half));
    }
  }

  private Optional<Bulk> fresh() {
    boolean room = events <= (FEW - 1L) * limits.events() && bytes <= (FEW - 1L) * limits.bytes();
    return room ? packer.next() : Optional.empty();
  }

  private Optional<Bulk> piece() {
    return bulks.isEmpty() ? Optional.empty() : Optional.of(taken(bulks.removeFirst()));
  }

  private Optional<Bulk> single() {
    return singles.isEmpty()
        ? Optional.empty()
        : Optional.of(taken(singles.remove(random.nextInt(singles.size()))));
  }

  private Bulk put(Bulk bulk) {
    events += bulk.pending().size();
    bytes += bulk.size();
    return bulk;
  }

  private Bulk taken(Bulk bulk) {
    events -= bulk.pending().size();
    bytes -= bulk.size();
    return bulk;
  }
}
