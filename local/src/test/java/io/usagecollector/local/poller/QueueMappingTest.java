package io.usagecollector.local.poller;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.local.lambda.InvokeResult;
import io.usagecollector.local.lambda.Invoker;
import io.usagecollector.local.lambda.PayloadLimit;
import io.usagecollector.local.sqs.Queue;
import io.usagecollector.local.sqs.QueueServer;
import io.usagecollector.local.sqs.QueueSettings;
import io.usagecollector.local.sqs.StoredMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The mapping against a real queue; only the function behind it is a part of the test. */
class QueueMappingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SEED = 4711;
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final InvokeResult DONE = new InvokeResult.Answered(new byte[0]);
  private static final Duration VISIBILITY = Duration.ofSeconds(1);

  @TempDir static Path directory;
  static QueueServer server;

  Queue queue;
  Queue dead;
  final Map<String, Integer> seen = new ConcurrentHashMap<>();

  @BeforeAll
  static void startServer() {
    server = QueueServer.start(Optional.of(directory));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void openQueues(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    dead = Queue.open(server.endpoint(), name + "-dead", QueueSettings.PLAIN);
    var redrive = new QueueSettings.Redrive(dead.arn(), 3);
    queue =
        Queue.open(server.endpoint(), name, new QueueSettings(VISIBILITY, Optional.of(redrive)));
  }

  @AfterEach
  void closeQueues() {
    queue.close();
    dead.close();
  }

  private void send(int count) {
    for (int i = 0; i < count; i++) {
      queue.send("message " + i);
    }
  }

  private QueueMapping start(PollerSettings settings, PollerFaults faults, Invoker function) {
    var plan = new QueueMapping.Plan(queue, settings, faults, SEED, Clock.systemUTC());
    return QueueMapping.start(plan, function);
  }

  private void drain(PollerSettings settings, PollerFaults faults, Invoker function) {
    try (var mapping = start(settings, faults, function)) {
      await().atMost(DEADLINE).until(() -> queue.depth() == 0 && mapping.isIdle());
      assertThat(mapping.broken()).isEmpty();
    }
  }

  private static PollerSettings batchesOf(int size) {
    Duration window = size > 10 ? Duration.ofSeconds(1) : Duration.ZERO;
    return new PollerSettings(size, window, 2, true);
  }

  private static List<JsonNode> records(byte[] event) {
    try {
      return JSON.readTree(event).path("Records").valueStream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InvokeResult see(byte[] event) {
    records(event).forEach(record -> seen.merge(record.path("body").asText(), 1, Integer::sum));
    return DONE;
  }

  private static InvokeResult failing(String messageId) {
    String list = "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + messageId + "\"}]}";
    return new InvokeResult.Answered(list.getBytes(UTF_8));
  }

  @Test
  void theEventIsThatOfAws() throws IOException {
    queue.send("a \"body\" of ours");
    var events = new CopyOnWriteArrayList<byte[]>();
    drain(
        batchesOf(10),
        PollerFaults.NONE,
        event -> {
          events.add(event);
          return DONE;
        });
    JsonNode record = JSON.readTree(events.getFirst()).path("Records").path(0);
    assertThat(record.path("body").asText()).isEqualTo("a \"body\" of ours");
    assertThat(record.path("messageId").asText()).hasSize(36);
    assertThat(record.path("receiptHandle").asText()).contains(record.path("messageId").asText());
    assertThat(record.path("md5OfBody").asText()).isEqualTo("2a99ecb054e98e241e15bfdd80ec5568");
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(record.path("eventSourceARN").asText())
        .isEqualTo("arn:aws:sqs:eu-central-1:000000000000:theEventIsThatOfAws");
    assertThat(record.path("awsRegion").asText()).isEqualTo("eu-central-1");
    assertThat(record.path("messageAttributes").isEmpty()).isTrue();
    assertThat(record.path("attributes").path("ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(record.path("attributes").path("SentTimestamp").asText()).matches("\\d{13}");
  }

  @Test
  void whatSucceededIsDeleted() {
    send(25);
    drain(batchesOf(10), PollerFaults.NONE, this::see);
    assertThat(seen).hasSize(25);
    assertThat(seen.values()).containsOnly(1);
  }

  @Test
  void aWindowGathersMoreThanOneRequestHandsOver() {
    send(60);
    var sizes = new CopyOnWriteArrayList<Integer>();
    drain(
        batchesOf(40),
        PollerFaults.NONE,
        event -> {
          sizes.add(records(event).size());
          return see(event);
        });
    assertThat(sizes).anyMatch(size -> size > 10).allMatch(size -> size <= 40);
    assertThat(seen).hasSize(60);
  }

  @Test
  void aListedMessageAloneComesAgain() {
    send(10);
    Invoker listing =
        event -> {
          JsonNode first = records(event).getFirst();
          boolean again = seen.containsKey(first.path("body").asText());
          see(event);
          return again ? DONE : failing(first.path("messageId").asText());
        };
    drain(batchesOf(10), PollerFaults.NONE, listing);
    assertThat(seen).hasSize(10);
    assertThat(seen.values()).contains(2).allMatch(times -> times <= 2);
  }

  @Test
  void aFailedInvocationPutsTheWholeBatchBack() {
    send(10);
    var invocations = new AtomicInteger();
    drain(
        batchesOf(10),
        PollerFaults.NONE,
        event -> {
          see(event);
          return invocations.incrementAndGet() == 1 ? new InvokeResult.Died(137) : DONE;
        });
    assertThat(seen).hasSize(10);
    assertThat(seen.values()).containsOnly(2);
  }

  @Test
  void withoutReportBatchItemFailuresWhatIsListedIsDeleted() {
    send(10);
    drain(
        new PollerSettings(10, Duration.ZERO, 2, false),
        PollerFaults.NONE,
        event -> {
          see(event);
          return failing(records(event).getFirst().path("messageId").asText());
        });
    assertThat(seen.values()).hasSize(10).containsOnly(1);
  }

  @Test
  void noMoreRunAtOnceThanTheMaximumConcurrency() {
    send(30);
    var running = new AtomicInteger();
    var release = new CountDownLatch(1);
    Invoker blocking =
        event -> {
          running.incrementAndGet();
          release.await();
          return see(event);
        };
    try (var mapping = start(batchesOf(1), PollerFaults.NONE, blocking)) {
      await().atMost(DEADLINE).until(() -> running.get() == 2);
      await().during(Duration.ofSeconds(1)).atMost(DEADLINE).until(() -> running.get() == 2);
      release.countDown();
      await().atMost(DEADLINE).until(() -> queue.depth() == 0 && mapping.isIdle());
    }
    assertThat(seen).hasSize(30);
  }

  @Test
  void aMessageThatIsLeftTooOftenGoesWhereTheRedrivePolicySays() {
    send(1);
    Invoker never = event -> new InvokeResult.Faulted("E", "it always fails");
    try (var mapping = start(batchesOf(10), PollerFaults.NONE, never)) {
      await().atMost(DEADLINE).until(() -> !mapping.kept().isEmpty());
      assertThat(mapping.kept().values()).containsExactly("it always fails");
      await().atMost(DEADLINE).until(() -> dead.depth() == 1);
    }
    assertThat(queue.depth()).isZero();
    assertThat(dead.peek()).containsExactly("message 0");
  }

  @Test
  void aLostDeleteBringsAMessageAgain() {
    send(40);
    drain(batchesOf(1), new PollerFaults(0.3, 0), this::see);
    assertThat(seen).hasSize(40);
    assertThat(seen.values()).anyMatch(times -> times > 1);
  }

  @Test
  void aBatchEndsAtWhatAnInvocationCanCarry() {
    String large = "x".repeat(1024 * 1024);
    for (int i = 0; i < 8; i++) {
      queue.send(large);
    }
    var sizes = new CopyOnWriteArrayList<Integer>();
    drain(
        batchesOf(10),
        PollerFaults.NONE,
        event -> {
          sizes.add(event.length);
          return DONE;
        });
    assertThat(sizes).hasSizeGreaterThan(1).allMatch(size -> size <= PayloadLimit.INVOCATION);
  }

  @Test
  void theStoreTellsOfWhatNobodyCanReceiveJustNow() {
    send(2);
    assertThat(queue.receive(1, Duration.ZERO)).hasSize(1);
    assertThat(server.stored(queue))
        .extracting(StoredMessage::body)
        .containsExactlyInAnyOrder("message 0", "message 1");
    assertThat(server.stored(queue)).extracting(StoredMessage::visibleFrom).doesNotContainNull();
  }
}
