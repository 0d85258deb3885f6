package io.usagecollector.forward;

import static io.usagecollector.core.delivery.outcome.Acknowledger.PER_RECORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.kafka.KafkaEventReader;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import io.usagecollector.forward.OpenMeterParts.Door;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.openmeter.fault.OpenMeterErrors;
import io.usagecollector.testkit.openmeter.usage.StoredEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole function over HTTP, with OpenMeter as the billing service, in both its dialects. */
class OpenMeterTest {
  @TempDir Path directory;
  private OpenMeterParts parts;
  private Forwarder forwarder;

  private void start(Door door) throws IOException {
    parts = new OpenMeterParts(directory, door);
    forwarder = parts.forwarder();
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  private BatchReport forward(Calls calls) throws IOException {
    return forwarder.forward(
        KafkaEventReader.read(new ByteArrayInputStream(calls.event())),
        new TimeBudget(InstantSource.system(), Duration.ofMinutes(1)),
        PER_RECORD);
  }

  private long requests() {
    return parts.openMeter.requests().ingestCount();
  }

  private List<String> stored() {
    return parts.openMeter.books().events().stream().map(StoredEvent::id).toList();
  }

  /** A refusal in a dialect's own words, which name the event at a place. */
  private static CannedAnswer naming(Door door, int place) {
    String body =
        switch (door) {
          case KONNECT ->
              "{\"type\":\"https://kongapi.info/konnect/bad-request\",\"status\":400,"
                  + "\"title\":\"Bad Request\",\"detail\":\"Bad Request: %d.subject\","
                      .formatted(place)
                  + "\"invalid_parameters\":[{\"field\":\"%d.subject\",\"rule\":\"min_length\"}]}"
                      .formatted(place);
          case V1 ->
              "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":"
                  + "\"request body has an error: doesn't match schema: Error at"
                  + " \\\"/%d/subject\\\": minimum string length is 1\"}".formatted(place);
        };
    return new CannedAnswer(400, Map.of(), "application/problem+json", body);
  }

  @ParameterizedTest
  @EnumSource
  void everyEventIsStoredOnceInBatchesOfAHundred(Door door) throws IOException {
    start(door);
    assertThat(forward(Calls.good(250)).tally()).isEqualTo(Tallies.tally(250, 250, 0, 0, 0));
    assertThat(requests()).isEqualTo(3);
    assertThat(stored()).hasSize(250).doesNotHaveDuplicates();
    assertThat(parts.openMeter.requests().ingests())
        .allSatisfy(request ->
            assertThat(request.headers())
                .containsEntry("content-type", "application/cloudevents-batch+json"));
    StoredEvent first = parts.openMeter.books().events().getFirst();
    assertThat(first.source()).isEqualTo("calls");
    assertThat(first.subject()).isEqualTo("c");
    assertThat(first.data()).isEqualTo("{\"seconds\":10}");
  }

  @ParameterizedTest
  @EnumSource
  void aRepeatIsStoredOnce(Door door) throws IOException {
    start(door);
    forward(Calls.good(30));
    assertThat(forward(Calls.good(30)).tally()).isEqualTo(Tallies.tally(30, 30, 0, 0, 0));
    assertThat(stored()).hasSize(30);
  }

  @ParameterizedTest
  @EnumSource
  void oneBadEventOfAHundredThatIsNamedCostsOneRequestMore(Door door) throws IOException {
    start(door);
    parts.openMeter.faults().duringWith("\"refused\"", () -> true, Fault.answers(naming(door, 61)));
    Calls calls = Calls.good(61).and("\"refused\"", "10").andGood(38);
    assertThat(forward(calls).tally()).isEqualTo(Tallies.tally(100, 99, 0, 1, 0));
    assertThat(requests()).isEqualTo(2);
    assertThat(stored()).hasSize(99).doesNotContain("call_61");
    assertThat(parts.queue.messages).hasSize(1);
    assertThat(parts.queue.messages.getFirst()).contains("openmeter").contains("call_61");
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsNotNamedIsFoundByHalving(Door door) throws IOException {
    start(door);
    CannedAnswer bare =
        new CannedAnswer(
            400,
            Map.of(),
            "application/problem+json",
            "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400}");
    parts.openMeter.faults().duringWith("\"refused\"", () -> true, Fault.answers(bare));
    Calls calls = Calls.good(61).and("\"refused\"", "10").andGood(38);
    assertThat(forward(calls).tally()).isEqualTo(Tallies.tally(100, 99, 0, 1, 0));
    assertThat(requests()).isBetween(3L, 15L);
    assertThat(stored()).hasSize(99).doesNotContain("call_61");
  }

  @ParameterizedTest
  @EnumSource
  void tooManyRequestsAreWaitedOut(Door door) throws IOException {
    start(door);
    parts
        .openMeter
        .faults()
        .next(1, Fault.answers(OpenMeterErrors.throttledFor(Duration.ofSeconds(1))));
    assertThat(forward(Calls.good(10)).tally()).isEqualTo(Tallies.tally(10, 10, 0, 0, 0));
    assertThat(requests()).isEqualTo(2);
    assertThat(stored()).hasSize(10);
  }

  @ParameterizedTest
  @EnumSource(names = "KONNECT")
  void aRefusedTokenHoldsEverythingAndTellsNobodyOfIt(Door door) throws IOException {
    start(door);
    parts.environment.put("OPENMETER_TOKEN", "spat_wrong");
    forwarder = parts.forwarder();
    BatchReport report = forward(Calls.good(250));
    assertThat(report.tally()).isEqualTo(Tallies.tally(250, 0, 0, 0, 250));
    assertThat(report.alarms())
        .extracting(Alarm::kind)
        .containsExactly(Alarm.Kind.CREDENTIALS_REFUSED);
    assertThat(report.alarms().toString()).doesNotContain("spat_wrong");
    assertThat(parts.queue.messages).isEmpty();
    assertThat(stored()).isEmpty();
  }

  /** One event that answers 500 for ever, as one that is too large for the service's Kafka. */
  @ParameterizedTest
  @EnumSource
  void anEventThatBreaksItsBulkForEverWaitsAlone(Door door) throws IOException {
    start(door);
    parts
        .openMeter
        .faults()
        .duringWith("\"poison\"", () -> true, Fault.answers(OpenMeterErrors.internalError()));
    BatchReport report = forward(Calls.good(317).and("\"poison\"", "10").andGood(182));
    assertThat(report.tally().count(Outcome.Kind.ACCEPTED)).isEqualTo(499);
    assertThat(report.tally().count(Outcome.Kind.DEFERRED)).isEqualTo(1);
    assertThat(stored()).hasSize(499).doesNotContain("call_317");
    Letter letter =
        ((Message.Whole) Message.read(parts.queue.retries.getFirst())).letters().getFirst();
    assertThat(letter.event().orElseThrow().externalCustomerId()).isEqualTo("poison");
    assertThat(new String(letter.event().orElseThrow().json(), UTF_8))
        .contains("\"source\":\"calls\"");
  }
}
