package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Warnings;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.delivery.pace.Pacer;
import io.usagecollector.core.delivery.pace.TimeBudget;

/**
 * Delivers batches of any source: takes their items as they are needed, sends the events, stores
 * dead letters, and gives every record one outcome. Thread-safe.
 */
public final class Delivery {
  private final Ports ports;
  private final SlowRecords slow = new SlowRecords();

  public Delivery(Ports ports) {
    this.ports = ports;
  }

  /**
   * Delivers one batch inside its time. Throws nothing for what records hold or services answer:
   * what cannot be settled is held. While the gate is closed nothing is mapped.
   *
   * @param batch what came, of any partitions, in any order; gone through once
   * @param acknowledger what its source understands of the answer: a batch that comes again as a
   *     whole writes no dead letter yet
   */
  public BatchReport deliver(
      Iterable<? extends Inbound> batch, TimeBudget budget, Acknowledger acknowledger) {
    Books books = Books.open(ports, budget, acknowledger);
    Pacer pacer = new Pacer(ports.sleeper(), budget, books::letters);
    if (!pacer.fits(Math.max(budget.now(), ports.gate().opensAt()))) {
      return left(batch, books, "no time was left, or the billing service asked for a pause");
    }
    return switch (ports.gate().enter()) {
      case Gate.Entry.Closed(String why) -> {
        if (ports.gate().mayTellOfClosure()) {
          books.course().tell(Alarm.circuitOpen(why));
        }
        yield left(batch, divertible(books), why);
      }
      case Gate.Entry.Open _ -> sent(batch, pacer, books, false);
      case Gate.Entry.Probe _ -> sent(batch, pacer, divertible(books), true);
    };
  }

  /** While the service is away for long, what is left of a batch may be diverted. */
  private Books divertible(Books books) {
    boolean defers = ports.retryQueue().filter(queue -> queue.outage() == Outage.DEFER).isPresent();
    if (defers && ports.gate().isAway()) {
      books.course().divert();
    }
    return books;
  }

  /** Nothing is mapped, so nothing is known of any of it. */
  private static BatchReport left(Iterable<? extends Inbound> batch, Books books, String why) {
    for (Inbound inbound : batch) {
      int record = books.ledger().receive(inbound.handle());
      books.leftovers().keep(Fault.unmapped(record, inbound, why));
    }
    return books.close(Warnings.NONE);
  }

  private Airspace airspace(Pacer pacer) {
    return new Airspace(ports.flights(), ports.sink(), pacer, ports.gate().isFailing());
  }

  private BatchReport sent(
      Iterable<? extends Inbound> batch, Pacer pacer, Books books, boolean probe) {
    Intake intake = new Intake(slow.firstOf(batch).iterator(), pacer, books, slow);
    try (Airspace air = airspace(pacer)) {
      new Dispatch(ports, books, pacer, intake, air, probe).run();
    }
    return books.close(intake.warnings());
  }
}
