package io.usagecollector.local.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.local.kafka.Broker;
import io.usagecollector.local.kafka.EventProducer;
import io.usagecollector.local.kafka.SampleEvents;
import io.usagecollector.local.kafka.Topic;
import io.usagecollector.local.lambda.InvokeResult;
import io.usagecollector.local.lambda.Invoker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The mapping against a real broker; only the function behind it is a part of the test. */
class EventSourceMappingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SEED = 4711;
  private static final InvokeResult DONE = new InvokeResult.Answered(new byte[0]);

  @TempDir static Path directory;
  static Broker broker;

  String topicName;
  Topic topic;
  final Map<String, Integer> seen = new ConcurrentHashMap<>();

  @BeforeAll
  static void startBroker() {
    broker = Broker.start(directory);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void createTopic(TestInfo test) {
    topicName = test.getTestMethod().orElseThrow().getName();
    topic = new Topic(broker.bootstrapServers(), topicName).createUnlessThere(4);
  }

  private void produce(int first, int count) {
    try (var producer = new EventProducer(broker.bootstrapServers(), topicName)) {
      producer.send(new SampleEvents(topicName, SEED).from(first, count));
    }
  }

  private EventSourceMapping start(
      MappingSettings settings, TriggerFaults faults, Invoker function) {
    var cluster = new EventSource("arn", broker.bootstrapServers());
    var plan =
        new EventSourceMapping.Plan(
            cluster, "group", List.of(topicName), settings, faults, 3, SEED, Clock.systemUTC());
    return EventSourceMapping.start(plan, function);
  }

  private void drain(MappingSettings settings, TriggerFaults faults, Invoker function) {
    try (var mapping = start(settings, faults, function)) {
      awaitDrained();
      assertThat(mapping.broken()).isEmpty();
      assertThat(mapping.held()).isEmpty();
    }
  }

  private void awaitDrained() {
    await().atMost(Duration.ofSeconds(60)).until(() -> topic.lag("group") == 0);
  }

  private static MappingSettings provisioned(int batchSize) {
    return MappingSettings.provisioned(batchSize, Duration.ZERO);
  }

  private static List<JsonNode> records(byte[] event) {
    try {
      return JSON.readTree(event)
          .path("records")
          .valueStream()
          .flatMap(JsonNode::valueStream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(JsonNode record) {
    return record.path("partition").asInt() + "@" + record.path("offset").asLong();
  }

  private InvokeResult see(byte[] event) {
    records(event).forEach(record -> seen.merge(nameOf(record), 1, Integer::sum));
    return DONE;
  }

  private static InvokeResult failing(JsonNode record) {
    String list =
        """
        {"batchItemFailures":[{"itemIdentifier":{"partition":"%s-%d","offset":%d}}]}\
        """
            .formatted(
                record.path("topic").asText(),
                record.path("partition").asInt(),
                record.path("offset").asLong());
    return new InvokeResult.Answered(list.getBytes(UTF_8));
  }

  @Test
  void everyRecordIsHandedOverAtLeastOnceWhateverFails() {
    produce(0, 500);
    var invocations = new AtomicInteger();
    var failed = new InvokeResult.Faulted("E", "every third fails");
    drain(
        provisioned(50),
        TriggerFaults.USUAL,
        event -> invocations.incrementAndGet() % 3 == 0 ? failed : see(event));
    assertThat(seen).hasSize(500);
  }

  @Test
  void whatFailedIsHeldWithItsReasonAndNotCommitted() {
    produce(0, 100);
    Invoker never = event -> new InvokeResult.Faulted("E", "billing is down");
    var settings = MappingSettings.onDemand(200, Duration.ZERO);
    try (var mapping = start(settings, TriggerFaults.USUAL, never)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> mapping.held().size() == 100);
      assertThat(mapping.held()).extracting(Held::reason).containsOnly("billing is down");
      assertThat(topic.lag("group")).isEqualTo(100);
    }
  }

  /** Also of those that fail, and of those that it goes back over. */
  @Test
  void everyInvocationIsABatchThatIsCountedOnceAndTimed() {
    produce(0, 400);
    var invocations = new AtomicInteger();
    var failed = new InvokeResult.Faulted("E", "every fourth fails");
    Invoker function = event -> invocations.incrementAndGet() % 4 == 0 ? failed : see(event);
    try (var mapping = start(provisioned(50), TriggerFaults.USUAL.withGoesBack(1), function)) {
      awaitDrained();
      Batches batches = mapping.batches();
      long cut = batches.cut().values().stream().mapToLong(Long::longValue).sum();
      assertThat(cut).isEqualTo(invocations.get());
      assertThat(batches.ended()).isEqualTo(cut);
      assertThat(batches.lately()).hasSize((int) cut);
      assertThat(batches.waited()).isPositive();
    }
  }

  @Test
  void onlyTheListedRecordsComeAgain() {
    produce(0, 100);
    Invoker listing =
        event -> {
          JsonNode first = records(event).getFirst();
          boolean again = seen.containsKey(nameOf(first));
          see(event);
          return again ? DONE : failing(first);
        };
    drain(provisioned(50), TriggerFaults.NONE, listing);
    assertThat(seen).hasSize(100);
    assertThat(seen.values()).contains(2).allMatch(times -> times <= 2);
  }

  @Test
  void anOnDemandMappingIgnoresTheListAndCommits() {
    produce(0, 100);
    Invoker listing =
        event -> {
          see(event);
          return failing(records(event).getFirst());
        };
    drain(MappingSettings.onDemand(50, Duration.ZERO), TriggerFaults.NONE, listing);
    assertThat(seen).hasSize(100);
    assertThat(seen.values()).containsOnly(1);
  }

  @Test
  void aSuccessIsHandedOverAgainNowAndThen() {
    produce(0, 100);
    drain(provisioned(10), TriggerFaults.NONE.withDuplicate(0.5), this::see);
    assertThat(seen).hasSize(100);
    assertThat(seen.values()).anyMatch(times -> times > 1);
  }

  @Test
  void aPartitionHasOneBatchUnderWayAtMostAndTheFunctionSeveral() {
    produce(0, 800);
    Set<Integer> underWay = ConcurrentHashMap.newKeySet();
    var clashes = new CopyOnWriteArrayList<Integer>();
    Invoker watching =
        event -> {
          var partitions =
              records(event).stream().map(r -> r.path("partition").asInt()).distinct().toList();
          partitions.stream().filter(p -> !underWay.add(p)).forEach(clashes::add);
          see(event);
          underWay.removeAll(partitions);
          return DONE;
        };
    drain(provisioned(10), TriggerFaults.USUAL, watching);
    assertThat(clashes).isEmpty();
    assertThat(seen).hasSize(800);
  }

  @Test
  void aRecordThatNoInvocationCanCarryIsNamedAndNeverHandedOver() {
    try (var producer = new EventProducer(broker.bootstrapServers(), topicName)) {
      producer.sendValues(Stream.of(new byte[4_000_000], new byte[5_000_000], new byte[] {1}));
    }
    try (var mapping = start(provisioned(10), TriggerFaults.NONE, this::see)) {
      awaitDrained();
      assertThat(mapping.tooLarge()).hasSize(1);
    }
    assertThat(seen).hasSize(2);
  }

  @Test
  void aMappingGoesOnWhereTheGroupStands() {
    produce(0, 50);
    drain(provisioned(10), TriggerFaults.NONE, this::see);
    produce(50, 20);
    drain(provisioned(10), TriggerFaults.NONE, this::see);
    assertThat(seen).hasSize(70);
    assertThat(seen.values()).containsOnly(1);
  }

  /** The first record is held once; what lies behind it is done, and is handed over again. */
  @Test
  void aPollerThatGoesBackHandsOverAgainWhatLiesBehindAHeldRecord() {
    produce(0, 200);
    Invoker listing =
        event -> {
          List<JsonNode> records = records(event);
          var first = records.stream().filter(r -> nameOf(r).endsWith("@0")).findFirst();
          boolean fails = first.isPresent() && !seen.containsKey(nameOf(first.get()));
          see(event);
          return fails ? failing(first.get()) : DONE;
        };
    drain(provisioned(50), TriggerFaults.NONE.withGoesBack(1), listing);
    assertThat(seen).hasSize(200);
    List<String> again =
        seen.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).toList();
    assertThat(again).anyMatch(name -> !name.endsWith("@0"));
  }

  @Test
  void aPollerThatStartsAnewAtEveryFailureLosesNothingAndComesToTheEnd() {
    produce(0, 400);
    var invocations = new AtomicInteger();
    var failed = new InvokeResult.Faulted("E", "every fourth fails");
    drain(
        provisioned(50),
        TriggerFaults.USUAL.withGoesBack(1),
        event -> invocations.incrementAndGet() % 4 == 0 ? failed : see(event));
    assertThat(seen).hasSize(400);
  }
}
