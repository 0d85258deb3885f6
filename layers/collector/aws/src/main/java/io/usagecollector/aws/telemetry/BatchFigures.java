package io.usagecollector.aws.telemetry;

import io.usagecollector.core.delivery.outcome.AcceptedEvents.Ages;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A batch's report as figures: what is counted always, zeros included, so that an alarm sees them;
 * what is told apart only where there is something.
 */
final class BatchFigures {
  private final EventNames names;

  /**
   * @param names which event names are told apart
   */
  BatchFigures(EventNames names) {
    this.names = names;
  }

  List<Figure> of(BatchReport report) {
    List<Figure> figures = new ArrayList<>();
    records(report, figures);
    events(report, figures);
    for (EventWarning warning : EventWarning.values()) {
      figures.add(Figure.of(metric(warning), report.warnings().count(warning)));
    }
    for (Alarm.Kind kind : Alarm.Kind.values()) {
      long alarms = report.alarms().stream().filter(alarm -> alarm.kind() == kind).count();
      figures.add(Figure.of(metric(kind), alarms));
    }
    return figures;
  }

  private static void records(BatchReport report, List<Figure> figures) {
    figures.add(Figure.of(Metric.RECEIVED, report.tally().received()));
    for (Outcome.Kind kind : Outcome.Kind.values()) {
      figures.add(Figure.of(metric(kind), report.tally().count(kind)));
    }
    Map<Reason.Kind, Integer> reasons = new EnumMap<>(Reason.Kind.class);
    for (BatchReport.Settled settled : report.records()) {
      if (settled.outcome() instanceof Outcome.DeadLettered(Reason reason)) {
        reasons.merge(reason.kind(), 1, Integer::sum);
      }
    }
    reasons.forEach(
        (kind, count) -> figures.add(new Figure(Metric.DEAD_LETTERED_FOR, kind.name(), count)));
  }

  private void events(BatchReport report, List<Figure> figures) {
    figures.add(Figure.of(Metric.EVENTS_ACCEPTED, report.traffic().eventsAccepted()));
    Map<String, Integer> byName = new TreeMap<>();
    report
        .accepted()
        .byName()
        .forEach((name, count) -> byName.merge(names.toldApart(name), count, Integer::sum));
    byName.forEach(
        (name, count) -> figures.add(new Figure(Metric.EVENTS_ACCEPTED_OF, name, count)));
    Ages ages = report.accepted().ages();
    if (ages.events() > 0) {
      figures.add(Figure.of(Metric.LONGEST_AGE, ages.longestMillis()));
      figures.add(Figure.of(Metric.AVERAGE_AGE, ages.averageMillis()));
    }
    figures.add(Figure.of(Metric.TURNED_AWAY, report.traffic().eventsTurnedAway()));
    figures.add(Figure.of(Metric.REQUESTS, report.traffic().requests()));
    figures.add(Figure.of(Metric.REPEATS, report.traffic().repeats()));
    figures.add(Figure.of(Metric.UNKNOWN_ANSWERS, report.traffic().unknown()));
  }

  private static Metric metric(Outcome.Kind kind) {
    return switch (kind) {
      case FILTERED -> Metric.FILTERED;
      case ACCEPTED -> Metric.ACCEPTED;
      case DEFERRED -> Metric.DEFERRED;
      case DEAD_LETTERED -> Metric.DEAD_LETTERED;
      case HELD -> Metric.HELD;
    };
  }

  private static Metric metric(EventWarning warning) {
    return switch (warning) {
      case KEY_LEFT_OUT -> Metric.KEYS_LEFT_OUT;
      case BILLS_AS_ZERO -> Metric.BILLED_AS_ZERO;
      case QUANTITY_MAY_WRAP -> Metric.MAY_WRAP;
      case DIGITS_LOST -> Metric.DIGITS_LOST;
      case TIMESTAMP_REWRITTEN -> Metric.TIMESTAMP_REWRITTEN;
    };
  }

  private static Metric metric(Alarm.Kind kind) {
    return switch (kind) {
      case CREDENTIALS_REFUSED -> Metric.CREDENTIALS_REFUSED;
      case FORBIDDEN -> Metric.FORBIDDEN;
      case MISCONFIGURED -> Metric.MISCONFIGURED;
      case OUTAGE -> Metric.OUTAGE;
      case CIRCUIT_OPEN -> Metric.CIRCUIT_OPEN;
      case ALL_REFUSED_ALIKE -> Metric.ALL_REFUSED_ALIKE;
      case DEAD_LETTER_REFUSED -> Metric.DEAD_LETTERS_REFUSED;
      case RETRY_QUEUE_REFUSED -> Metric.RETRY_QUEUE_REFUSED;
      case CUSTOMERS_NOT_READY -> Metric.CUSTOMERS_NOT_READY;
      case COUNTS_DO_NOT_ADD_UP -> Metric.COUNTS_DO_NOT_ADD_UP;
    };
  }
}
