package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /**
   * Takes events that no time was left for. One that was deferred before, and has just failed alone
   * so that it may be stored, may be what takes the time: it is deferred again, and that counts.
   */
  void late(Bulk bulk, String why) {
    if (bulk.isSingle() && bulk.isRedelivered() && bulk.ambiguous()) {
      defer(bulk, why);
    } else {
      keep(bulk, why);
    }
  }

  /**
   * Takes an item of which the same is true, or a record that was not mapped. One that was deferred
   * before and is refused again, with nothing to compare it with, is deferred anew.
   */
  void keep(Fault fault) {
    boolean isAttempt =
        fault.reason().kind() == Reason.Kind.REFUSED_BY_SERVICE
            && fault.inbound().handle() instanceof SourceHandle.QueueMessage;
    take(fault, isAttempt ? own : kept);
  }

  /** Takes events whose own fault it is: they are deferred whatever happens to the batch. */
  void defer(Bulk bulk, String why) {
    bulk.pending().forEach(event -> defer(Fault.undelivered(event, bulk, why)));
  }

  /** Takes an item of which the same is true. */
  void defer(Fault fault) {
    take(fault, own);
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
      lighten(fault.reason().safeText());
    }
  }

  /** What is deferred whatever happens is deferred now; if the rest is a burden, nothing passes. */
  private void lighten(String why) {
    List<Fault> theirs = takeOwn();
    deferral.ifPresent(to -> to.defer(theirs));
    if (weight > burden) {
      course.stop("nothing passes: " + why);
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
    List<Fault> theirs = takeOwn();
    List<Fault> others = kept;
    kept = new ArrayList<>();
    weight = 0;
    if (course.mayDefer()) {
      others.addAll(theirs);
      deferral.ifPresent(to -> to.defer(others));
    } else {
      others.forEach(this::hold);
      deferral.ifPresent(to -> to.defer(theirs));
    }
  }

  /** A message is settled as a whole: what is left of one that is deferred is deferred with it. */
  private List<Fault> takeOwn() {
    List<Fault> theirs = own;
    own = new ArrayList<>();
    Set<Integer> messages = messagesOf(theirs);
    if (!messages.isEmpty()) {
      Map<Boolean, List<Fault>> apart =
          kept.stream()
              .collect(Collectors.partitioningBy(fault -> messages.contains(fault.record())));
      theirs.addAll(apart.getOrDefault(true, List.of()));
      kept = new ArrayList<>(apart.getOrDefault(false, List.of()));
    }
    weight = kept.stream().mapToLong(Fault::weight).sum();
    return theirs;
  }

  private static Set<Integer> messagesOf(List<Fault> deferred) {
    return deferred.stream()
        .filter(fault -> fault.inbound().handle() instanceof SourceHandle.QueueMessage)
        .map(Fault::record)
        .collect(Collectors.toSet());
  }

  private void hold(Fault fault) {
    ledger.settle(fault.record(), new Outcome.Held(fault.reason().safeText()));
  }
}
