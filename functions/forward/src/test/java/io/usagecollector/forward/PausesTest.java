package io.usagecollector.forward;

import static io.usagecollector.core.delivery.outcome.Acknowledger.WHOLE_BATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.kafka.KafkaEventReader;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long an answer makes us wait: over HTTP, with the pipeline that is deployed. */
class PausesTest {
  @TempDir Path directory;
  private LocalParts parts;
  private Forwarder forwarder;

  @BeforeEach
  void start() throws IOException {
    parts = new LocalParts(directory);
    forwarder = parts.forwarder().get();
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  private BatchReport forward(int records) throws IOException {
    return forward(records, Duration.ofSeconds(30));
  }

  private BatchReport forward(int records, Duration time) throws IOException {
    return forwarder.forward(
        KafkaEventReader.read(new ByteArrayInputStream(Calls.good(records).event())),
        new TimeBudget(InstantSource.system(), time),
        WHOLE_BATCH);
  }

  private void accepts(int records) throws IOException {
    assertThat(forward(records).tally()).isEqualTo(Tallies.tally(records, records, 0, 0, 0));
  }

  /** A gateway counts on every answer of its own; only too many calls make it mean a pause. */
  @ParameterizedTest
  @ValueSource(ints = {500, 502, 403, 200})
  void theResetOfALimitThatIsNotReachedPausesNothing(int status) throws IOException {
    Instant hour = Instant.now().plus(Duration.ofHours(1));
    CannedAnswer answer =
        CannedAnswer.page(status, "Strange")
            .with("X-RateLimit-Reset", Long.toString(hour.getEpochSecond()));
    parts.flexprice.faults().next(1, Fault.answers(answer));
    accepts(10);
    accepts(10);
    assertThat(parts.flexprice.requests().ingestCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aDateIsMeasuredAgainstTheServersOwnClock(int status) throws IOException {
    Instant there = Instant.now().plus(Duration.ofMinutes(10));
    CannedAnswer answer = FlexpriceErrors.throttledUntil(there.plusSeconds(1)).dated(there);
    parts
        .flexprice
        .faults()
        .next(
            1,
            Fault.answers(
                new CannedAnswer(status, answer.headers(), answer.contentType(), answer.body())));
    accepts(10);
    assertThat(parts.flexprice.requests().ingestCount()).isEqualTo(2);
  }

  /** One event may provoke such an answer: its neighbours go on. */
  @Test
  void whatIsAskedForBesideAnErrorOfOneBulkPausesNoOther() throws IOException {
    CannedAnswer answer = FlexpriceErrors.internalError().with("Retry-After", "3600");
    parts.flexprice.faults().next(1, Fault.answers(answer));
    assertThat(forward(2_000, Duration.ofSeconds(4)).traffic().eventsAccepted())
        .isGreaterThanOrEqualTo(1_000);
    accepts(10);
  }

  @Test
  void aSuccessThatCannotBeReadIsSentAgainAndBilledOnce() throws IOException {
    parts.flexprice.faults().next(1, Fault.compresses());
    BatchReport report = forward(10);
    assertThat(report.tally()).isEqualTo(Tallies.tally(10, 10, 0, 0, 0));
    assertThat(report.traffic().unknown()).isEqualTo(1);
    assertThat(
            parts.flexprice.requests().ingests().stream()
                .map(request -> request.body().orElseThrow())
                .distinct())
        .hasSize(1);
  }
}
