package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.bulk.BulkQueue;
import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.outcome.Traffic;
import io.usagecollector.core.delivery.outcome.Warnings;
import io.usagecollector.core.delivery.pace.Pacer;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.sink.BulkLimits;
import java.util.List;

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
    Ledger ledger = new Ledger();
    BulkLimits limits = ports.sink().limits();
    long burden = (long) BulkQueue.FEW * limits.bytes();
    Burial burial = new Burial(ports.deadLetters(), budget, ledger, acknowledger, burden);
    Pacer pacer = new Pacer(ports.sleeper(), budget, burial::count);
    if (!pacer.fits(Math.max(budget.now(), ports.gate().opensAt()))) {
      return held(batch, ledger, "no time was left, or the billing service asked for a pause");
    }
    return switch (ports.gate().enter()) {
      case Gate.Entry.Closed(String why) -> held(batch, ledger, why);
      case Gate.Entry.Open open -> sent(batch, pacer, ledger, burial, false);
      case Gate.Entry.Probe probe -> sent(batch, pacer, ledger, burial, true);
    };
  }

  /** Nothing is mapped, so nothing is known of any of it. */
  private static BatchReport held(Iterable<? extends Inbound> batch, Ledger ledger, String why) {
    for (Inbound inbound : batch) {
      int record = ledger.receive(inbound.handle());
      ledger.settle(record, new Outcome.Held(why));
    }
    return Closing.report(ledger, List.of(), Traffic.NONE, Warnings.NONE);
  }

  private BatchReport sent(
      Iterable<? extends Inbound> batch, Pacer pacer, Ledger ledger, Burial burial, boolean probe) {
    Intake intake = new Intake(slow.firstOf(batch).iterator(), pacer, ledger, burial::due, slow);
    Course course = new Course();
    Judge judge = new Judge(ports.gate(), burial, course);
    try (Airspace air = new Airspace(ports.flights(), ports.sink(), pacer)) {
      new Dispatch(ports, ledger, pacer, intake, course, judge, air, probe).run();
    }
    bury(course, burial);
    burial.alarm().ifPresent(course::tell);
    return Closing.report(ledger, course.alarms(), course.traffic(), intake.warnings());
  }

  /**
   * What concerns all holds the faults as well, but only while nothing of the batch was accepted:
   * from then on each record ends by itself, as far as a queue can take it. Without a retry queue
   * that is true of dead letters alone; what cannot be sent now is held.
   */
  private static void bury(Course course, Burial burial) {
    if (course.stopped().isPresent() && !course.anyAccepted()) {
      burial.holdAll(course.stopped().get());
    } else {
      burial.bury();
    }
  }
}
