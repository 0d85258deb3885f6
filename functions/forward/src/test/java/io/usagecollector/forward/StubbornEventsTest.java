package io.usagecollector.forward;

import static io.usagecollector.core.delivery.outcome.Acknowledger.PER_RECORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.kafka.KafkaEventReader;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What one event does to the bulks it is in costs its neighbours no more than a moment: over HTTP,
 * with the pipeline that is deployed, and a retry queue.
 */
class StubbornEventsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path directory;
  private LocalParts parts;
  private Forwarder forwarder;

  @BeforeEach
  void start() throws IOException {
    parts = new LocalParts(directory).withRetryQueue();
    forwarder = parts.forwarder().get();
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  private BatchReport forward(Calls calls, Acknowledger acknowledger, Duration left)
      throws IOException {
    return forwarder.forward(
        KafkaEventReader.read(new ByteArrayInputStream(calls.event())),
        new TimeBudget(InstantSource.system(), left),
        acknowledger);
  }

  private BatchReport forward(Calls calls) throws IOException {
    return forward(calls, PER_RECORD, MINUTE);
  }

  private static int count(BatchReport report, Outcome.Kind kind) {
    return report.tally().count(kind);
  }

  private List<Letter> deferred() {
    return parts.queue.retries.stream()
        .flatMap(body ->
            switch (Message.read(body)) {
              case Message.Whole(List<Letter> letters) -> letters.stream();
              case Message.Part _, Message.Claimed _, Message.Unreadable _ ->
                  throw new AssertionError("no letters: " + body);
            })
        .toList();
  }

  /** Five thousand calls, of which one is of the customer that nothing can be sent with. */
  private static Calls withPoison() {
    return Calls.good(1_617).and("\"poison\"", "10").andGood(3_382);
  }

  static Stream<Fault> waysToFail() {
    return Stream.of(
        Fault.answers(FlexpriceErrors.internalError()),
        Fault.answers(CannedAnswer.proxyForbidden()),
        Fault.resets(),
        Fault.stalls(MINUTE));
  }

  /** Case 34. */
  @ParameterizedTest
  @MethodSource("waysToFail")
  void ofFiveThousandEventsTheOneThatMakesItsBulkFailIsRetriedApart(Fault fault)
      throws IOException {
    parts.flexprice.faults().duringWith("\"poison\"", () -> true, fault);
    Instant start = Instant.now();
    BatchReport report = forward(withPoison());
    assertThat(Duration.between(start, Instant.now())).isLessThan(MINUTE);
    assertThat(count(report, Outcome.Kind.ACCEPTED)).isEqualTo(4_999);
    assertThat(count(report, Outcome.Kind.DEFERRED)).isEqualTo(1);
    Letter letter = deferred().getFirst();
    assertThat(letter.event().orElseThrow().externalCustomerId()).isEqualTo("poison");
    assertThat(parts.queue.messages).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theSameWhereItsBulkIsAllThereIs(Acknowledger acknowledger) throws IOException {
    parts
        .flexprice
        .faults()
        .duringWith("\"poison\"", () -> true, Fault.answers(FlexpriceErrors.internalError()));
    Calls calls = Calls.good(290).and("\"poison\"", "10").andGood(9);
    BatchReport report = forward(calls, acknowledger, MINUTE);
    assertThat(count(report, Outcome.Kind.ACCEPTED)).isEqualTo(299);
    assertThat(count(report, Outcome.Kind.DEFERRED)).isEqualTo(1);
  }

  /** Case 36: the partition's head is bad, and nothing else comes by another way. */
  @Test
  void tenEventsRefusedAlikeBecomeLettersOnceAGoodOneWasAccepted() throws IOException {
    Calls bad = new Calls();
    for (int i = 0; i < 10; i++) {
      bad = bad.and("\"refused\"", "10");
    }
    parts.flexprice.faults().duringWith("\"refused\"", () -> true, Fault.answers(refusal()));
    assertThat(forward(bad).tally()).isEqualTo(Tallies.tally(10, 0, 0, 0, 10));
    assertThat(parts.queue.messages).isEmpty();
    assertThat(forward(Calls.good(10)).tally()).isEqualTo(Tallies.tally(10, 10, 0, 0, 0));
    assertThat(forward(bad).tally()).isEqualTo(Tallies.tally(10, 0, 0, 10, 0));
    assertThat(parts.queue.messages).hasSize(10);
  }

  private static CannedAnswer refusal() {
    return new CannedAnswer(
        400,
        Map.of(),
        "application/json; charset=utf-8",
        "{\"code\":\"validation_error\",\"message\":\"invalid event\",\"http_status_code\":400}");
  }

  /** Case 41. */
  @Test
  void halfOfAThousandEventsRefusedCostsFewRequests() throws IOException {
    Calls calls = new Calls();
    for (int i = 0; i < 500; i++) {
      calls = calls.andGood(1).and("\"refused\"", "10");
    }
    parts.flexprice.faults().duringWith("\"refused\"", () -> true, Fault.answers(refusal()));
    BatchReport report = forward(calls);
    assertThat(parts.flexprice.requests().ingestCount()).isLessThanOrEqualTo(350);
    assertThat(count(report, Outcome.Kind.HELD)).isZero();
    assertThat(deferred()).hasSize(count(report, Outcome.Kind.DEFERRED));
  }

  /** Case 42: as long as the service takes, a bulk of it passes each time. */
  @Test
  void aLimitOfThreeSecondsBearsAServerThatTakesTwo() throws IOException {
    forward(Calls.good(1));
    parts.flexprice.faults().next(1, Fault.dribbles(1_000, Duration.ofSeconds(2)));
    BatchReport report = forward(Calls.good(100), PER_RECORD, Duration.ofSeconds(3));
    assertThat(report.tally()).isEqualTo(Tallies.tally(100, 100, 0, 0, 0));
  }

  @Test
  void aSlowBulkDoesNotHoldTheOthers() throws IOException {
    parts.flexprice.faults().next(1, Fault.stalls(MINUTE));
    BatchReport report = forward(Calls.good(5_000), PER_RECORD, Duration.ofSeconds(6));
    assertThat(count(report, Outcome.Kind.ACCEPTED)).isEqualTo(4_000);
    assertThat(count(report, Outcome.Kind.DEFERRED)).isEqualTo(1_000);
    assertThat(deferred())
        .hasSize(1_000)
        .allSatisfy(letter -> assertThat(letter.attempts().ambiguous()).isTrue());
  }

  @Test
  void whatIsDeferredGoesOutInTheBytesThatWereSent() throws IOException {
    parts
        .flexprice
        .faults()
        .duringWith("\"poison\"", () -> true, Fault.answers(FlexpriceErrors.internalError()));
    forward(withPoison());
    String json = new String(deferred().getFirst().event().orElseThrow().json(), UTF_8);
    assertThat(parts.flexprice.requests().ingests())
        .anyMatch(
            request -> new String(request.body().orElseThrow().bytes(), UTF_8).contains(json));
  }
}
