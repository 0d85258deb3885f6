package io.usagecollector.forward;

import static io.usagecollector.core.delivery.outcome.Acknowledger.WHOLE_BATCH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.kafka.KafkaEventReader;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.fault.Moment;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import io.usagecollector.testkit.lambda.InvocationContext;
import io.usagecollector.testkit.record.RecordedRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the collector that this one replaces was seen to do wrong, with our outcome in its place:
 * over HTTP, against a service that fails in the same way.
 */
class FailureTableTest {
  private static final Duration TIME = Duration.ofSeconds(30);

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

  /** Calls at the offsets 0, 1, ...; those at {@code badOffsets} name no customer. */
  private static byte[] calls(int count, int... badOffsets) {
    var calls = new Calls();
    for (int offset = 0; offset < count; offset++) {
      int at = offset;
      boolean good = IntStream.of(badOffsets).noneMatch(bad -> bad == at);
      calls = good ? calls.andGood(1) : calls.andNobody();
    }
    return calls.event();
  }

  private static TimeBudget budget(Duration left) {
    return new TimeBudget(InstantSource.system(), left);
  }

  private BatchReport forward(byte[] event) throws IOException {
    return forwarder.forward(
        KafkaEventReader.read(new ByteArrayInputStream(event)), budget(TIME), WHOLE_BATCH);
  }

  private List<String> bodies() {
    return parts.flexprice.requests().ingests().stream()
        .map(RecordedRequest::body)
        .map(body -> new String(body.orElseThrow().bytes(), UTF_8))
        .toList();
  }

  @Test
  void theGuidesConfigurationDeliversEverything() throws IOException {
    assertThat(forward(calls(20)).tally()).isEqualTo(Tallies.tally(20, 20, 0, 0, 0));
    assertThat(parts.flexprice.requests().events()).isEqualTo(20);
  }

  @Test
  void oneRecordWithoutCustomerCostsNeitherTimeNorNeighbours() throws IOException {
    assertThat(forward(calls(150, 70)).tally()).isEqualTo(Tallies.tally(150, 149, 0, 1, 0));
    assertThat(parts.queue.messages).hasSize(1);
    assertThat(parts.flexprice.requests().ingestCount()).isEqualTo(1);
  }

  @Test
  void anAnswerLostAfterTheEventsWereStoredIsRepeatedInTheSameBytes() throws IOException {
    parts.flexprice.faults().next(2, new Fault.Resets(Moment.AFTER_STORED));
    assertThat(forward(calls(10)).tally()).isEqualTo(Tallies.tally(10, 10, 0, 0, 0));
    assertThat(bodies()).hasSize(3);
    assertThat(bodies().stream().distinct()).hasSize(1);
  }

  @Test
  void anAnswerCutShortIsNoAcceptance() throws IOException {
    parts.flexprice.faults().next(1, Fault.cutsBody(5));
    assertThat(forward(calls(10)).tally().count(Outcome.Kind.ACCEPTED)).isEqualTo(10);
    assertThat(bodies()).hasSize(2);
  }

  @Test
  void retryAfterIsObeyed() throws IOException {
    parts
        .flexprice
        .faults()
        .next(1, Fault.answers(FlexpriceErrors.throttledFor(Duration.ofSeconds(1))));
    assertThat(forward(calls(10)).tally().count(Outcome.Kind.ACCEPTED)).isEqualTo(10);
    List<RecordedRequest> requests = parts.flexprice.requests().ingests();
    assertThat(requests).hasSize(2);
    assertThat(Duration.between(requests.get(0).at(), requests.get(1).at()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aProxysRefusalIsNotTheServicesOwn() throws IOException {
    parts.flexprice.faults().next(1, Fault.answers(CannedAnswer.proxyForbidden()));
    BatchReport report = forward(calls(10));
    assertThat(report.tally().count(Outcome.Kind.ACCEPTED)).isEqualTo(10);
    assertThat(report.traffic().unknown()).isEqualTo(1);
  }

  @Test
  void aRefusalThatPassesStopsNothing() throws IOException {
    parts.flexprice.faults().next(1, Fault.answers(FlexpriceErrors.unauthorized()));
    BatchReport report = forward(calls(10));
    assertThat(report.tally().count(Outcome.Kind.ACCEPTED)).isEqualTo(10);
    assertThat(report.alarms()).isEmpty();
  }

  @Test
  void aServiceThatNeverAnswersHoldsTheBatchBeforeTheTimeIsUp() throws IOException {
    parts.flexprice.faults().next(9, Fault.stalls(Duration.ofMinutes(1)));
    BatchReport report =
        forwarder.forward(
            KafkaEventReader.read(new ByteArrayInputStream(calls(2, 1))),
            budget(Duration.ofSeconds(4)),
            WHOLE_BATCH);
    assertThat(report.tally()).isEqualTo(Tallies.tally(2, 0, 0, 0, 2));
    parts.flexprice.faults().clear();
    assertThat(forward(calls(2, 1)).tally()).isEqualTo(Tallies.tally(2, 1, 0, 1, 0));
  }

  /** The clock stands still, so that only the service's own four seconds count. */
  @Test
  void aServiceThatTakesTwoThirdsOfTheTimeThereIsIsWaitedFor() throws IOException {
    forward(calls(1));
    parts.flexprice.faults().next(1, Fault.dribbles(1_000, Duration.ofSeconds(4)));
    BatchReport report =
        forwarder.forward(
            KafkaEventReader.read(new ByteArrayInputStream(calls(10, 3))),
            new TimeBudget(InstantSource.fixed(Instant.now()), Duration.ofSeconds(6)),
            WHOLE_BATCH);
    assertThat(report.tally()).isEqualTo(Tallies.tally(10, 9, 0, 1, 0));
    assertThat(report.traffic().requests()).isEqualTo(1);
  }

  @Test
  void aServiceThatIsDownHoldsEverything() throws IOException {
    parts.flexprice.close();
    BatchReport report = forward(calls(10, 3));
    assertThat(report.tally()).isEqualTo(Tallies.tally(10, 0, 0, 0, 10));
    assertThat(parts.queue.messages).isEmpty();
  }

  @Test
  void oneHandlerServesManyInvocationsAtOnce() throws Exception {
    ForwardHandler handler = parts.handler();
    Callable<String> invocation =
        () -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          handler.handleRequest(
              new ByteArrayInputStream(calls(50, 7)),
              out,
              InvocationContext.of("request-1", 20_000));
          return out.toString(UTF_8);
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      assertThat(threads.invokeAll(java.util.Collections.nCopies(16, invocation)))
          .allSatisfy(done -> assertThat(done.get()).isEqualTo("{\"batchItemFailures\":[]}"));
    }
    assertThat(parts.flexprice.requests().events()).isEqualTo(16 * 49);
    assertThat(parts.queue.messages).hasSize(16);
  }
}
