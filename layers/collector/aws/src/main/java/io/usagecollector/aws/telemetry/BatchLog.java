package io.usagecollector.aws.telemetry;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import io.usagecollector.core.delivery.outcome.AcceptedEvents.Ages;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.outcome.RecordGroup;
import io.usagecollector.core.delivery.outcome.Tally;
import io.usagecollector.core.delivery.outcome.Traffic;
import io.usagecollector.core.delivery.outcome.Warnings;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a batch's report to the log: one line of counts for each batch, one for each alarm, one
 * for what is odd about events, one for each group of records that were held or dead-lettered. No
 * line holds a value of a record.
 */
public final class BatchLog {
  private static final Logger LOG = LoggerFactory.getLogger(BatchLog.class);
  private static final int MOST_GROUPS = 20;

  private BatchLog() {}

  public static void write(BatchReport report) {
    counts(report.tally(), report.traffic(), report.accepted().ages());
    for (Alarm alarm : report.alarms()) {
      LOG.error(alarm.text(), entry("alarm", alarm.kind().name()));
    }
    warnings(report.warnings());
    groups("held", RecordGroup.held(report));
    groups("deferred", RecordGroup.deferred(report));
    groups("dead-lettered", RecordGroup.deadLettered(report));
  }

  private static void counts(Tally tally, Traffic traffic, Ages ages) {
    LOG.info(
        "batch",
        entry("received", tally.received()),
        entry("accepted", tally.count(Outcome.Kind.ACCEPTED)),
        entry("filtered", tally.count(Outcome.Kind.FILTERED)),
        entry("deferred", tally.count(Outcome.Kind.DEFERRED)),
        entry("dead_lettered", tally.count(Outcome.Kind.DEAD_LETTERED)),
        entry("held", tally.count(Outcome.Kind.HELD)),
        entry("events_accepted", traffic.eventsAccepted()),
        entry("events_turned_away", traffic.eventsTurnedAway()),
        entry("age_longest_ms", ages.longestMillis()),
        entry("age_average_ms", ages.averageMillis()),
        entry("requests", traffic.requests()),
        entry("repeats", traffic.repeats()),
        entry("unknown_answers", traffic.unknown()));
  }

  private static void warnings(Warnings warnings) {
    warnings.told().forEach(told -> LOG.warn("odd events: {}", told));
    if (warnings.untold() > 0) {
      LOG.warn(
          "and {} more oddities, in other words; events by kind: {}",
          warnings.untold(),
          new TreeMap<>(warnings.events()));
    }
  }

  private static void groups(String ended, List<RecordGroup> groups) {
    groups.stream().limit(MOST_GROUPS).forEach(group -> LOG.warn("{} {}", ended, group));
    if (groups.size() > MOST_GROUPS) {
      LOG.warn("and {} more groups {}", groups.size() - MOST_GROUPS, ended);
    }
  }
}
