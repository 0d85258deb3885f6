package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.BatchReport.Settled;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.outcome.Tally;
import io.usagecollector.core.delivery.outcome.Warnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Closes a batch's books. Outcomes that do not add up to the records mean that this program lost
 * sight of one: then nothing is acknowledged, and it is said aloud.
 */
final class Closing {
  private static final Outcome HELD =
      new Outcome.Held("the batch's outcomes do not add up to its records");

  private Closing() {}

  static BatchReport report(Ledger ledger, Course course, Warnings warnings) {
    int received = ledger.received();
    List<Settled> settled = ledger.settled();
    Optional<Tally> tally = Tally.of(received, settled.stream().map(Settled::outcome).toList());
    if (tally.isPresent()) {
      return report(tally.get(), settled, course.alarms(), course, warnings);
    }
    List<Alarm> louder = new ArrayList<>(course.alarms());
    louder.add(Alarm.countsDoNotAddUp(received, settled.size()));
    return report(Tally.allHeld(received), ledger.allAs(HELD), louder, course, warnings);
  }

  private static BatchReport report(
      Tally tally, List<Settled> records, List<Alarm> alarms, Course course, Warnings warnings) {
    return new BatchReport(tally, records, alarms, course.traffic(), course.accepted(), warnings);
  }
}
