package io.usagecollector.aws.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.outcome.AcceptedEvents;
import io.usagecollector.core.delivery.outcome.AcceptedEvents.Ages;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.BatchReport.Settled;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.outcome.Tally;
import io.usagecollector.core.delivery.outcome.Traffic;
import io.usagecollector.core.delivery.outcome.Warnings;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Metrics equal the report they are made of. */
class BatchFiguresTest {
  @Provide
  Arbitrary<BatchReport> reports() {
    Arbitrary<Reason> reasons =
        Arbitraries.of(Reason.Kind.class).map(kind -> Reason.of(kind, "safe"));
    Arbitrary<Outcome> outcomes =
        Arbitraries.oneOf(
            Arbitraries.of(
                new Outcome.Filtered(),
                new Outcome.Accepted(),
                new Outcome.Held("w"),
                new Outcome.Deferred("w", Instant.EPOCH)),
            reasons.map(Outcome.DeadLettered::new));
    Arbitrary<Map<String, Integer>> names =
        Arbitraries.maps(
                Arbitraries.integers().between(0, 60).map(n -> "name" + n),
                Arbitraries.integers().between(1, 1_000))
            .ofMaxSize(AcceptedEvents.MOST_NAMES + 1);
    Arbitrary<Map<EventWarning, Integer>> odd =
        Arbitraries.maps(
            Arbitraries.of(EventWarning.class), Arbitraries.integers().between(1, 1_000));
    Arbitrary<List<Alarm>> alarms =
        Arbitraries.of(Alarm.Kind.class).map(kind -> new Alarm(kind, "text")).list().ofMaxSize(9);
    Arbitrary<Integer> counts = Arbitraries.integers().between(0, 5_000);
    return Combinators.combine(
            outcomes.list().ofMaxSize(100), names, odd, alarms, counts, counts, counts, counts)
        .as(BatchFiguresTest::report);
  }

  private static BatchReport report(
      List<Outcome> outcomes,
      Map<String, Integer> names,
      Map<EventWarning, Integer> odd,
      List<Alarm> alarms,
      int requests,
      int repeats,
      int unknown,
      int age) {
    int events = names.values().stream().mapToInt(Integer::intValue).sum();
    return new BatchReport(
        Tally.of(outcomes.size(), outcomes).orElseThrow(),
        outcomes.stream()
            .map(outcome -> new Settled(new SourceHandle.QueueMessage("m", "r"), outcome))
            .toList(),
        alarms,
        new Traffic(requests, repeats, unknown, events),
        new AcceptedEvents(
            names, events == 0 ? Ages.NONE : new Ages(events, age, (long) age * events)),
        new Warnings(odd, List.of(), 0));
  }

  private static double sum(List<Figure> figures, Metric metric) {
    return figures.stream()
        .filter(figure -> figure.metric() == metric)
        .mapToDouble(Figure::value)
        .sum();
  }

  @Property(tries = 300)
  void everyCountOfTheReportIsAFigure(@ForAll("reports") BatchReport report) {
    List<Figure> figures = new BatchFigures(new EventNames()).of(report);
    Tally tally = report.tally();
    assertThat(sum(figures, Metric.RECEIVED)).isEqualTo(tally.received());
    assertThat(sum(figures, Metric.ACCEPTED)).isEqualTo(tally.count(Outcome.Kind.ACCEPTED));
    assertThat(sum(figures, Metric.FILTERED)).isEqualTo(tally.count(Outcome.Kind.FILTERED));
    assertThat(sum(figures, Metric.DEFERRED)).isEqualTo(tally.count(Outcome.Kind.DEFERRED));
    assertThat(sum(figures, Metric.HELD)).isEqualTo(tally.count(Outcome.Kind.HELD));
    assertThat(sum(figures, Metric.DEAD_LETTERED))
        .isEqualTo(tally.count(Outcome.Kind.DEAD_LETTERED))
        .isEqualTo(sum(figures, Metric.DEAD_LETTERED_FOR));
    assertThat(sum(figures, Metric.EVENTS_ACCEPTED))
        .isEqualTo(report.traffic().eventsAccepted())
        .isEqualTo(sum(figures, Metric.EVENTS_ACCEPTED_OF));
    assertThat(sum(figures, Metric.REQUESTS)).isEqualTo(report.traffic().requests());
    assertThat(sum(figures, Metric.REPEATS)).isEqualTo(report.traffic().repeats());
    assertThat(sum(figures, Metric.UNKNOWN_ANSWERS)).isEqualTo(report.traffic().unknown());
    assertThat(sum(figures, Metric.BILLED_AS_ZERO))
        .isEqualTo(report.warnings().count(EventWarning.BILLS_AS_ZERO));
    assertThat(sum(figures, Metric.KEYS_LEFT_OUT))
        .isEqualTo(report.warnings().count(EventWarning.KEY_LEFT_OUT));
    assertThat(sum(figures, Metric.MAY_WRAP))
        .isEqualTo(report.warnings().count(EventWarning.QUANTITY_MAY_WRAP));
    assertThat(sum(figures, Metric.DIGITS_LOST))
        .isEqualTo(report.warnings().count(EventWarning.DIGITS_LOST));
    assertThat(sum(figures, Metric.TIMESTAMP_REWRITTEN))
        .isEqualTo(report.warnings().count(EventWarning.TIMESTAMP_REWRITTEN));
    assertThat(sum(figures, Metric.LONGEST_AGE))
        .isEqualTo((double) report.accepted().ages().longestMillis());
    assertThat(sum(figures, Metric.AVERAGE_AGE))
        .isEqualTo((double) report.accepted().ages().averageMillis());
  }

  /** Each kind of alarm has its own metric: together they are all that was raised. */
  @Property(tries = 300)
  void everyAlarmIsOneFigure(@ForAll("reports") BatchReport report) {
    List<Figure> figures = new BatchFigures(new EventNames()).of(report);
    double raised =
        figures.stream()
            .filter(figure -> figure.metric().help().startsWith("alarm: "))
            .mapToDouble(Figure::value)
            .sum();
    assertThat(raised).isEqualTo(report.alarms().size());
  }

  /** An instance never makes more of them than it may, however many batches come. */
  @Property(tries = 100)
  void theNamesToldApartAreFewOverAllBatches(@ForAll List<@From("reports") BatchReport> reports) {
    var figures = new BatchFigures(new EventNames());
    Set<String> names =
        reports.stream()
            .flatMap(report -> figures.of(report).stream())
            .filter(figure -> figure.metric() == Metric.EVENTS_ACCEPTED_OF)
            .map(Figure::of)
            .collect(Collectors.toSet());
    assertThat(names).hasSizeLessThanOrEqualTo(EventNames.MOST + 1);
  }

  /** Of requests, sweeps and archives. */
  private static final Set<Metric> OF_NO_BATCH =
      EnumSet.of(
          Metric.ENSURE_REQUESTS,
          Metric.ENSURE_TIME,
          Metric.ENSURE_ANSWERED,
          Metric.ENSURE_NEEDS_SETUP,
          Metric.SWEPT,
          Metric.LEFT_OVER,
          Metric.DEAD_LETTERS_ARCHIVED);

  /** An alarm of CloudWatch that sees no value cannot tell silence from health. */
  @Test
  void whatIsCountedIsThereWhenItIsNothing() {
    BatchReport nothing =
        new BatchReport(
            Tally.allHeld(0),
            List.of(),
            List.of(),
            Traffic.NONE,
            AcceptedEvents.NONE,
            Warnings.NONE);
    Set<Metric> present =
        new BatchFigures(new EventNames())
            .of(nothing).stream().map(Figure::metric).collect(Collectors.toSet());
    for (Metric metric : Metric.values()) {
      boolean age = metric == Metric.LONGEST_AGE || metric == Metric.AVERAGE_AGE;
      boolean ofABatch = !OF_NO_BATCH.contains(metric);
      assertThat(present.contains(metric))
          .as(metric.title())
          .isEqualTo(metric.split().isEmpty() && !age && ofABatch);
    }
  }

  @Test
  void whatIsToldApartIsALineOfItsOwn() {
    String printed =
        Printed.by(
            new BatchMetrics("redeliver"),
            report(
                List.of(
                    new Outcome.DeadLettered(Reason.of(Reason.Kind.INVALID_EVENT, "safe")),
                    new Outcome.Accepted()),
                Map.of("call", 3),
                Map.of(),
                List.of(Alarm.forbidden("403")),
                1,
                0,
                0,
                7));
    assertThat(printed.lines()).hasSize(3);
    assertThat(printed)
        .contains("\"Service\":\"redeliver\"", "\"CallsForbidden\":1.0")
        .contains("\"DeadLettered\":1.0", "\"AcceptedAgeLongest\":7.0")
        .contains("\"Reason\":\"INVALID_EVENT\"", "\"DeadLetteredFor\":1.0")
        .contains("\"EventName\":\"call\"", "\"EventsAcceptedOf\":3.0");
  }
}
