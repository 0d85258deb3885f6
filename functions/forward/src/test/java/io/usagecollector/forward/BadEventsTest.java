package io.usagecollector.forward;

import static io.usagecollector.core.delivery.outcome.Acknowledger.PER_RECORD;
import static io.usagecollector.core.delivery.outcome.Acknowledger.WHOLE_BATCH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.kafka.KafkaEventReader;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What one event holds costs its neighbours nothing, and what the service answers by mistake costs
 * no event: over HTTP, with the pipeline that is deployed.
 */
class BadEventsTest {
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

  private BatchReport forward(Calls calls) throws IOException {
    return forward(calls, WHOLE_BATCH);
  }

  private BatchReport forward(Calls calls, Acknowledger acknowledger) throws IOException {
    return forwarder.forward(
        KafkaEventReader.read(new ByteArrayInputStream(calls.event())),
        new TimeBudget(InstantSource.system(), Duration.ofSeconds(30)),
        acknowledger);
  }

  private List<String> reasons() {
    return parts.queue.messages.stream()
        .map(message -> Envelope.open(message).reason().safeText())
        .toList();
  }

  private String sent() {
    StringBuilder all = new StringBuilder();
    parts
        .flexprice
        .requests()
        .ingests()
        .forEach(request -> all.append(new String(request.body().orElseThrow().bytes(), UTF_8)));
    return all.toString();
  }

  @Test
  void aStrangeSuccessIsNoAcceptance() throws IOException {
    CannedAnswer maintenance =
        new CannedAnswer(
            200, Map.of(), "application/json", "{\"message\":\"We are down for maintenance\"}");
    parts.flexprice.faults().next(2, Fault.answers(maintenance));
    BatchReport report = forward(Calls.good(2_000));
    assertThat(report.tally()).isEqualTo(Tallies.tally(2_000, 2_000, 0, 0, 0));
    assertThat(report.traffic().unknown()).isEqualTo(2);
    assertThat(parts.flexprice.requests().ingests()).hasSize(4);
    String accepted = accepted();
    for (int offset = 0; offset < 2_000; offset++) {
      assertThat(accepted).contains("call_" + offset + "\"");
    }
  }

  /** The bodies of the requests that the service took. */
  private String accepted() {
    StringBuilder all = new StringBuilder();
    parts.flexprice.requests().ingests().stream()
        .filter(request -> request.status().equals(Optional.of(202)))
        .forEach(request -> all.append(new String(request.body().orElseThrow().bytes(), UTF_8)));
    return all.toString();
  }

  @ParameterizedTest
  @EnumSource
  void aNumberThatNoFloatHoldsIsALetterAndItsNeighboursAreBilled(Acknowledger acknowledger)
      throws IOException {
    Calls calls = new Calls().and("\"c\"", "1e400").and("\"c\"", "1e400").and("\"c\"", "-1e400");
    BatchReport report = forward(calls.andGood(1_000), acknowledger);
    assertThat(report.tally()).isEqualTo(Tallies.tally(1_003, 1_000, 0, 3, 0));
    assertThat(parts.queue.messages).hasSize(3);
    assertThat(parts.flexprice.requests().ingestCount()).isEqualTo(1);
    assertThat(sent()).doesNotContain("e400");
  }

  @Test
  void eventsRefusedAlikeAreHeldAndAlarmedUntilAGoodOneShowsThatTheFaultIsTheirs()
      throws IOException {
    AtomicBoolean bad = new AtomicBoolean(true);
    CannedAnswer refusal =
        new CannedAnswer(
            400,
            Map.of(),
            "application/json; charset=utf-8",
            "{\"code\":\"validation_error\",\"message\":\"invalid event\","
                + "\"http_status_code\":400}");
    parts.flexprice.faults().during(bad::get, Fault.answers(refusal));
    BatchReport held = forward(Calls.good(10), PER_RECORD);
    assertThat(held.tally()).isEqualTo(Tallies.tally(10, 0, 0, 0, 10));
    assertThat(held.alarms()).map(Alarm::kind).containsExactly(Alarm.Kind.ALL_REFUSED_ALIKE);
    assertThat(parts.queue.messages).isEmpty();
    bad.set(false);
    for (int batch = 0; batch < 100; batch++) {
      assertThat(forward(Calls.good(10), PER_RECORD).tally())
          .isEqualTo(Tallies.tally(10, 10, 0, 0, 0));
    }
    bad.set(true);
    assertThat(forward(Calls.good(10), PER_RECORD).tally())
        .isEqualTo(Tallies.tally(10, 0, 0, 10, 0));
    assertThat(parts.queue.messages).hasSize(10);
  }

  @Test
  void aRecordTimeInSecondsIsALetterWhereItIsTheEventsTime() throws IOException {
    Calls calls =
        new Calls()
            .timedByTheRecord(1_764_585_000L)
            .andGood(1)
            .timedByTheRecord(1_764_585_000_000L);
    BatchReport report = forward(calls.andGood(1));
    assertThat(report.tally()).isEqualTo(Tallies.tally(2, 1, 0, 1, 0));
    assertThat(reasons()).singleElement().asString().contains("the record's own is before 2001");
    assertThat(sent()).contains("2025-12-01T10:30:00").doesNotContain("1970");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e308", "1e23", "\"123456789012345678901234567890\"", "-1e23"})
  void aQuantityThatTheServiceCannotBearIsALetter(String seconds) throws IOException {
    BatchReport report = forward(new Calls().and("\"c\"", seconds).andGood(9));
    assertThat(report.tally()).isEqualTo(Tallies.tally(10, 9, 0, 1, 0));
    assertThat(reasons()).singleElement().asString().contains("1e23");
    assertThat(sent()).doesNotContain("call_0\"");
  }

  @Test
  void aCustomerIdThatTheServiceCannotStoreIsALetter() throws IOException {
    String longest = "x".repeat(255);
    Calls calls =
        new Calls()
            .and("\"a\\u0000b\"", "10")
            .and("\"" + longest + "x\"", "10")
            .and("\"" + longest + "\"", "10");
    BatchReport report = forward(calls.andGood(7));
    assertThat(report.tally()).isEqualTo(Tallies.tally(10, 8, 0, 2, 0));
    assertThat(reasons()).anyMatch(reason -> reason.contains("NUL"));
    assertThat(reasons()).anyMatch(reason -> reason.contains("255"));
    assertThat(sent()).contains("\"" + longest + "\"").doesNotContain("call_0\"", "call_1\"");
  }
}
