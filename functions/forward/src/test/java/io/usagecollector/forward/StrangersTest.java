package io.usagecollector.forward;

import static io.usagecollector.core.delivery.outcome.Acknowledger.PER_RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.kafka.KafkaEventReader;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome.Kind;
import io.usagecollector.core.delivery.outcome.Tally;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands before the billing service and answers in its place: few calls, an alarm, and nothing
 * lost. Over HTTP, with the pipeline that is deployed; a held batch comes again at once, as a
 * trigger hands it over.
 */
class StrangersTest {
  @TempDir Path directory;
  private LocalParts parts;
  private Forwarder forwarder;

  @BeforeEach
  void start() throws IOException {
    parts = new LocalParts(directory);
    parts.with("RETRY_QUEUE_URL", parts.queue.url() + "/000000000000/retries");
    forwarder = parts.forwarder().get();
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  private BatchReport forward(int records) throws IOException {
    return forwarder.forward(
        KafkaEventReader.read(new ByteArrayInputStream(Calls.good(records).event())),
        new TimeBudget(InstantSource.system(), Duration.ofSeconds(30)),
        PER_RECORD);
  }

  /** The same batch, so often. */
  private List<BatchReport> again(int times, int records) throws IOException {
    List<BatchReport> reports = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      reports.add(forward(records));
    }
    return reports;
  }

  private static long alarms(List<BatchReport> reports, Alarm.Kind kind) {
    return reports.stream()
        .flatMap(report -> report.alarms().stream())
        .filter(alarm -> alarm.kind() == kind)
        .count();
  }

  private static void areKept(List<BatchReport> reports) {
    assertThat(reports)
        .allSatisfy(report -> {
          Tally tally = report.tally();
          assertThat(tally.count(Kind.HELD) + tally.count(Kind.DEFERRED))
              .isEqualTo(tally.received());
        });
  }

  /**
   * Two calls for each bulk and one for an event alone. After good ones three events that come
   * alone, one batch after the other, may be bad themselves: two calls each, and two for the next.
   * From then on it is one batch a minute.
   */
  @ParameterizedTest
  @CsvSource({
    "1, false, 2",
    "1, true, 8",
    "10, false, 3",
    "10, true, 3",
    "2500, false, 7",
    "2500, true, 7"
  })
  void aGatewayThatRefusesAllIsCalledSeldomAndAlarmed(int records, boolean afterGoodOnes, int calls)
      throws IOException {
    if (afterGoodOnes) {
      forward(records);
    }
    parts.flexprice.faults().during(() -> true, Fault.answers(CannedAnswer.gatewayUnauthorized()));
    parts.flexprice.requests().clear();
    List<BatchReport> reports = again(30, records);
    assertThat(parts.flexprice.requests().ingestCount()).isEqualTo(calls);
    assertThat(alarms(reports, Alarm.Kind.FORBIDDEN)).isEqualTo(1);
    areKept(reports);
  }

  /** What one bulk is answered is its own, while others pass. */
  @Test
  void aRefusalThatPassesStopsNothing() throws IOException {
    parts.flexprice.faults().next(2, Fault.answers(CannedAnswer.gatewayUnauthorized()));
    BatchReport report = forward(3_000);
    assertThat(report.tally().count(Kind.ACCEPTED)).isEqualTo(3_000);
    assertThat(report.alarms()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 307, 302})
  void whatIsNotTheEndpointIsCalledOnceAndAlarmed(int status) throws IOException {
    forward(10);
    parts
        .flexprice
        .faults()
        .during(() -> true, Fault.answers(CannedAnswer.page(status, "Elsewhere")));
    parts.flexprice.requests().clear();
    List<BatchReport> reports = again(30, 10);
    assertThat(parts.flexprice.requests().ingestCount()).isEqualTo(1);
    assertThat(alarms(reports, Alarm.Kind.MISCONFIGURED)).isEqualTo(1);
    areKept(reports);
  }

  /** A success that cannot be read is no acceptance, and no loop either: it waits apart. */
  @Test
  void anEventWhoseAcceptanceCanNeverBeReadEndsInTheRetryQueue() throws IOException {
    parts.flexprice.faults().duringWith("\"call_7\"", () -> true, Fault.compresses());
    BatchReport report = forward(2_000);
    assertThat(report.tally().count(Kind.ACCEPTED)).isEqualTo(1_999);
    assertThat(report.tally().count(Kind.DEFERRED)).isEqualTo(1);
    assertThat(parts.queue.retries).hasSize(1);
    assertThat(parts.flexprice.requests().ingestCount()).isLessThanOrEqualTo(2 + 1 + 2 * 10 + 1);
  }
}
