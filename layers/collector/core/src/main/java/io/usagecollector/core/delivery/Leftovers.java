package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.event.SourceHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a batch could not be delivered now. It is held, so that its source hands it over again,
 * or deferred to the retry queue: which of both is known at the end, since a batch is held only
 * while nothing of it was accepted. Without a retry queue all is held.
 */
final class Leftovers {
  private final Ledger ledger;
  private final Course course;
  private final Optional<Deferral> deferral;
  private final long burden;
  private List<Fault> kept = new ArrayList<>();
  private List<Fault> own = new ArrayList<>();
  private long weight;

  /**
   * @param deferral nothing where there is no retry queue
   * @param burden the weight of what is kept, in bytes, from which it is deferred before the end
   */
  Leftovers(Ledger ledger, Course course, Optional<Deferral> deferral, long burden) {
    this.ledger = ledger;
    this.course = course;
    this.deferral = deferral;
    this.burden = burden;
  }

  /** Takes events that something kept from being delivered which is not known to be theirs. */
  void keep(Bulk bulk, String why) {
    bulk.pending().forEach(event -> keep(Fault.undelivered(event, bulk, why)));
  }

  /** Takes an item of which the same is true, or a record that was not mapped. */
  void keep(Fault fault) {
    take(fault, kept);
  }

  /** Takes events whose own fault it is: they are deferred whatever happens to the batch. */
  void defer(Bulk bulk, String why) {
    bulk.pending().forEach(event -> take(Fault.undelivered(event, bulk, why), own));
  }

  private void take(Fault fault, List<Fault> some) {
    if (deferral.isEmpty() || isInTheQueue(fault)) {
      hold(fault);
      return;
    }
    some.add(fault);
    weight += fault.weight();
    if (weight > burden && course.mayDefer()) {
      close();
    } else if (weight > burden && course.stopped().isEmpty()) {
      course.stop("nothing passes: " + fault.reason().safeText());
    }
  }

  /** A message of the queue that is left as it is stays there: deferred, it would be copied. */
  private static boolean isInTheQueue(Fault fault) {
    return fault.isWhole() && fault.inbound().handle() instanceof SourceHandle.QueueMessage;
  }

  /** Whether anything can be deferred at all. */
  boolean canDefer() {
    return deferral.isPresent();
  }

  /** How many letters may have to be written. */
  int count() {
    return kept.size() + own.size();
  }

  /** Ends what was kept so far, in one way or the other. */
  void close() {
    List<Fault> some = kept;
    List<Fault> theirs = own;
    kept = new ArrayList<>();
    own = new ArrayList<>();
    weight = 0;
    if (course.mayDefer()) {
      some.addAll(theirs);
      deferral.ifPresent(to -> to.defer(some));
    } else {
      some.forEach(this::hold);
      deferral.ifPresent(to -> to.defer(theirs));
    }
  }

  private void hold(Fault fault) {
    ledger.settle(fault.record(), new Outcome.Held(fault.reason().safeText()));
  }
}
