package io.usagecollector.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.aws.kafka.KafkaEventReader;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Tally;
import io.usagecollector.core.delivery.pace.TimeBudget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of {@code events/} ends as the file beside it says. */
class EventFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EVENTS = LocalParts.ROOT.resolve("events");

  @TempDir Path directory;

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json") && !name.endsWith(".expected.json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void anEventEndsAsItsExpectationSays(String name) throws IOException {
    JsonNode expected = JSON.readTree(EVENTS.resolve(name + ".expected.json").toFile());
    try (LocalParts parts = new LocalParts(directory)) {
      Forwarder forwarder = parts.forwarder().get();
      if (expected.has("error")) {
        assertThatThrownBy(() -> forward(forwarder, name))
            .hasMessageStartingWith(expected.get("error").asText());
      } else {
        assertThat(forward(forwarder, name).tally()).isEqualTo(tally(expected));
        assertThat(parts.queue.messages).hasSize(expected.get("deadLettered").asInt());
      }
    }
  }

  private static BatchReport forward(Forwarder forwarder, String name) throws IOException {
    try (InputStream in = Files.newInputStream(EVENTS.resolve(name + ".json"))) {
      return forwarder.forward(
          KafkaEventReader.read(in),
          new TimeBudget(InstantSource.system(), Duration.ofSeconds(30)),
          Acknowledger.WHOLE_BATCH);
    }
  }

  private static Tally tally(JsonNode expected) {
    return Tallies.tally(
        expected.get("received").asInt(),
        expected.get("accepted").asInt(),
        expected.get("filtered").asInt(),
        expected.get("deadLettered").asInt(),
        expected.get("held").asInt());
  }
}
