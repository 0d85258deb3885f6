package io.usagecollector.core.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What is still to be sent. The pieces of refused bulks come after whole bulks, and single events
 * that are left of them after all larger pieces, drawn by lot: so most of what can be accepted is
 * accepted before single events are judged, and no batch meets its bad events first each time it
 * comes.
 */
final class BulkQueue {
  private final RandomGenerator random;
  private final Deque<Bulk> bulks = new ArrayDeque<>();
  private final List<Bulk> singles = new ArrayList<>();

  BulkQueue(RandomGenerator random, List<Bulk> bulks) {
    this.random = random;
    this.bulks.addAll(bulks);
  }

  /** The bulk to send next, if any is left. */
  Optional<Bulk> next() {
    if (bulks.isEmpty() && !singles.isEmpty()) {
      return Optional.of(singles.remove(random.nextInt(singles.size())));
    }
    return Optional.ofNullable(bulks.pollFirst());
  }

  void first(Bulk bulk) {
    bulks.addFirst(bulk);
  }

  void last(Bulk bulk) {
    bulks.addLast(bulk);
  }

  /** Takes a refused bulk of several events back, in two halves. */
  void halve(Bulk refused) {
    piece(refused.firstHalf());
    piece(refused.secondHalf());
  }

  private void piece(Bulk half) {
    if (half.isSingle()) {
      singles.add(half);
    } else {
      bulks.addLast(half);
    }
  }
}
