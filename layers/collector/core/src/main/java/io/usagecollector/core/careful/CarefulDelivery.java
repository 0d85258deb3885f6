package io.usagecollector.core.careful;

import io.usagecollector.core.delivery.Delivery;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.TimeBudget;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Delivers batches, and notes which do not end. One that holds k records that end the process is
 * through with its 4 + 2·k-th delivery: three of the batch as it is, two for each such record, and
 * the one that ends. It takes that a process begins again where the marks of the one before lie.
 */
public final class CarefulDelivery {
  private final Delivery delivery;
  private final Marks marks;
  private final Watch watch;
  private final AtomicBoolean fresh = new AtomicBoolean(true);

  /**
   * @param stores where counts are kept: one's own, and one that instances share, if there is one
   */
  public CarefulDelivery(
      Delivery delivery, Marks marks, List<SuspectStore> stores, InstantSource clock) {
    this.delivery = delivery;
    this.marks = marks;
    this.watch = new Watch(stores, clock);
  }

  /** As {@link Delivery#deliver}. */
  public BatchReport deliver(
      List<? extends Inbound> batch, TimeBudget budget, Acknowledger acknowledger) {
    if (fresh.getAndSet(false)) {
      marks.takeUnended().ifPresent(watch::count);
    }
    List<String> names = BatchNames.of(batch);
    Suspects suspects = watch.suspects();
    marks.begin(names);
    BatchReport report;
    try {
      report =
          suspects.isSuspect(names)
              ? delivery.deliver(marked(batch, suspects), budget, acknowledger)
              : delivery.deliver(batch, budget, acknowledger);
    } catch (RuntimeException | Error e) {
      // The process may live on, and its mark with it: it is counted now, and not twice.
      marks.takeUnended().ifPresent(watch::count);
      throw e;
    }
    marks.end();
    forget(suspects, report);
    return report;
  }

  private List<Inbound> marked(List<? extends Inbound> batch, Suspects suspects) {
    return batch.stream().map(inbound -> marked(inbound, suspects)).toList();
  }

  private Inbound marked(Inbound inbound, Suspects suspects) {
    return suspects.isKiller(inbound.handle().toString())
        ? new Killer(inbound)
        : new MarkedInbound(inbound, marks);
  }

  /** What is held comes again, and its count with it. */
  private void forget(Suspects suspects, BatchReport report) {
    if (suspects.isEmpty()) {
      return;
    }
    List<String> ended =
        report.records().stream()
            .filter(record -> record.outcome().kind() != Outcome.Kind.HELD)
            .map(record -> record.handle().toString())
            .filter(suspects::knows)
            .toList();
    if (!ended.isEmpty()) {
      watch.forget(ended);
    }
  }
}
