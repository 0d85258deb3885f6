package io.usagecollector.simulation.function;

import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Acknowledger.Acknowledgement;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.event.Words;
import java.util.List;
import java.util.Optional;

/** The forward function as its trigger sees it. */
public final class ForwardFunction {
  private final Fleet fleet;
  private final Acknowledger acknowledger;

  public ForwardFunction(Fleet fleet, Acknowledger acknowledger) {
    this.fleet = fleet;
    this.acknowledger = acknowledger;
  }

  /** What its answer means, or nothing if it died. */
  public Optional<Acknowledgement> invoke(List<SourceRecord> records) {
    List<PartId> parts = records.stream().flatMap(record -> Words.parts(record).stream()).toList();
    return fleet.invoke(
        acknowledger,
        (instance, invocation) -> {
          instance.begin(invocation);
          return acknowledger.of(
              instance.deliver(records.stream().map(instance::inbound).toList(), parts));
        });
  }
}
