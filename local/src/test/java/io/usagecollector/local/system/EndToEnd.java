package io.usagecollector.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usagecollector.local.kafka.EventProducer;
import io.usagecollector.local.kafka.SampleEvents;
import io.usagecollector.local.statement.BillingStatement;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A whole system for one test: real broker, queue and functions, and the stand-in for billing. */
@ExtendWith(SharedInfrastructure.class)
abstract class EndToEnd {
  static final long SEED = 20_251_201;
  static final Duration DEADLINE = Duration.ofMinutes(3);

  static final ProjectZips ZIPS = ProjectZips.of(Path.of("..").toAbsolutePath().normalize());

  @TempDir Path directory;
  Infrastructure infrastructure;
  LocalSystem system;

  @BeforeEach
  void take(Infrastructure shared) {
    infrastructure = shared;
  }

  @AfterEach
  void close() {
    if (system != null) {
      system.close();
    }
  }

  /** The shipped configuration on a topic of its own, changed as the test needs it. */
  LocalSystem start(Consumer<Given> change) {
    var given = new Given();
    change.accept(given);
    var settings = given.settings(ZIPS, directory, "topic-" + UUID.randomUUID(), SEED);
    system = LocalSystem.start(settings, infrastructure);
    return system;
  }

  LocalSystem start() {
    return start(given -> {});
  }

  FlexpriceStandIn flexprice() {
    return system.standIn().orElseThrow();
  }

  void produceCalls(int count) {
    produceCalls(0, count);
  }

  /** The calls numbered from {@code first}. */
  void produceCalls(int first, int count) {
    var sample = new SampleEvents(system.topic().name(), SEED);
    try (var producer = producer()) {
      producer.send(sample.from(first, count));
    }
  }

  void produceValues(List<byte[]> values) {
    try (var producer = producer()) {
      producer.sendValues(values.stream());
    }
  }

  void produceValues(String... values) {
    produceValues(Stream.of(values).map(v -> v.getBytes(UTF_8)).toList());
  }

  private EventProducer producer() {
    return new EventProducer(system.bootstrapServers(), system.topic().name());
  }

  /** Provisions, switches the mapping on, and waits until nothing is on its way. */
  BillingStatement drain() {
    switchOn();
    return awaitDrained();
  }

  void switchOn() {
    system.provision();
    system.switchOn();
  }

  BillingStatement awaitDrained() {
    await()
        .atMost(DEADLINE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> {
          assertThat(system.broken()).isEmpty();
          assertThat(system.lag()).as(this::heldForReading).isZero();
          assertThat(system.retryQueue().depth()).as(this::heldForReading).isZero();
        });
    return system.statement();
  }

  private String heldForReading() {
    return "seed "
        + SEED
        + ", held: "
        + system.mapping().held().stream().limit(5).toList()
        + ", the function says: "
        + system.reasons();
  }

  static void assertBalances(BillingStatement statement) {
    assertThat(statement.problems()).as("seed " + SEED).isEmpty();
  }
}
