package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.BatchReport.Settled;
import io.usagecollector.core.event.EventWarning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Closes a batch's books. Outcomes that do not add up to the records mean that this program lost
 * sight of one: then nothing is acknowledged, and it is said aloud.
 */
final class Closing {
  private static final Outcome HELD =
      new Outcome.Held("the batch's outcomes do not add up to its records");

  private Closing() {}

  static BatchReport report(
      Batch batch,
      Ledger ledger,
      List<Alarm> alarms,
      Traffic traffic,
      Map<EventWarning, Integer> warnings) {
    int received = batch.records().size();
    List<Outcome> outcomes = ledger.outcomes();
    Optional<Tally> tally = Tally.of(received, outcomes);
    if (tally.isPresent()) {
      return new BatchReport(tally.get(), settled(batch, outcomes), alarms, traffic, warnings);
    }
    List<Alarm> louder = new ArrayList<>(alarms);
    louder.add(Alarm.countsDoNotAddUp(received, outcomes.size()));
    List<Outcome> held = Collections.nCopies(received, HELD);
    return new BatchReport(
        Tally.allHeld(received), settled(batch, held), louder, traffic, warnings);
  }

  private static List<Settled> settled(Batch batch, List<Outcome> outcomes) {
    List<Settled> records = new ArrayList<>(outcomes.size());
    for (int i = 0; i < outcomes.size(); i++) {
      records.add(new Settled(batch.records().get(i).at(), outcomes.get(i)));
    }
    return records;
  }
}
