package io.usagecollector.core.delivery.outcome;

import io.usagecollector.core.event.SourceHandle;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a batch ended. Safe to log, apart from a {@link Outcome.DeadLettered} reason's full text.
 *
 * @param tally how many records ended how
 * @param records each record's outcome, in the order of the batch
 * @param alarms what a person must look at
 * @param traffic what it cost in calls
 * @param accepted the events that were accepted
 * @param warnings what was odd about its events
 */
public record BatchReport(
    Tally tally,
    List<Settled> records,
    List<Alarm> alarms,
    Traffic traffic,
    AcceptedEvents accepted,
    Warnings warnings) {
  public BatchReport {
    records = List.copyOf(records);
    alarms = List.copyOf(alarms);
  }

  /** A record and how it ended. */
  public record Settled(SourceHandle handle, Outcome outcome) {}

  /** The records that must come again, in the order of the batch. */
  public List<HeldRecord> held() {
    return records.stream().flatMap(BatchReport::held).toList();
  }

  private static Stream<HeldRecord> held(Settled settled) {
    return settled.outcome() instanceof Outcome.Held(String why)
        ? Stream.of(new HeldRecord(settled.handle(), why))
        : Stream.empty();
  }
}
