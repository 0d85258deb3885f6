package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.BulkQueue;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Warnings;
import io.usagecollector.core.delivery.pace.TimeBudget;
import java.util.Optional;

/**
 * The books of one batch: what became of its records, and what is still to be written before they
 * are closed.
 */
record Books(
    Ledger ledger, Course course, Burial burial, Leftovers leftovers, Optional<Deferral> deferral) {
  /** About so many letters of the retry queue take the time of one dead letter. */
  private static final int LETTERS_OF_A_MESSAGE = 20;

  /**
   * Opens them.
   *
   * @param acknowledger what the source understands of the answer
   */
  static Books open(Ports ports, TimeBudget budget, Acknowledger acknowledger) {
    long burden = (long) BulkQueue.FEW * ports.sink().limits().bytes();
    Ledger ledger = new Ledger();
    Course course = new Course();
    Postbox dead = new Postbox(ports.deadLetters(), budget, "dead-letter store");
    Burial burial = new Burial(dead, ledger, acknowledger, burden);
    Optional<Deferral> deferral =
        ports
            .retryQueue()
            .map(queue ->
                new Deferral(
                    new Postbox(queue.letters(), budget, "retry queue"),
                    queue.policy(),
                    ports.random(),
                    ledger,
                    acknowledger,
                    burial));
    Leftovers leftovers = new Leftovers(ledger, course, deferral, burden);
    return new Books(ledger, course, burial, leftovers, deferral);
  }

  /** How many dead letters' time must be left. */
  int letters() {
    return burial.count() + leftovers.count() / LETTERS_OF_A_MESSAGE;
  }

  /**
   * Closes them. What concerns all holds the faults as well, but only while nothing of the batch
   * was accepted: from then on each record ends by itself, as far as a queue can take it. What is
   * deferred is written first: twice in the retry queue it is harmless, a dead letter beside a held
   * batch is not.
   */
  BatchReport close(Warnings warnings) {
    if (course.stopped().isPresent() && !course.mayDefer()) {
      burial.holdAll(course.stopped().get());
    }
    leftovers.close();
    burial.bury();
    burial.alarm().ifPresent(course::tell);
    deferral.flatMap(Deferral::alarm).ifPresent(course::tell);
    return Closing.report(ledger, course, warnings);
  }
}
