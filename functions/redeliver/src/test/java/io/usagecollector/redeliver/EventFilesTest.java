package io.usagecollector.redeliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of {@code events/sqs} ends as the file beside it says. */
class EventFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EVENTS = LocalParts.ROOT.resolve("events/sqs");

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
    byte[] event = Files.readAllBytes(EVENTS.resolve(name + ".json"));
    try (LocalParts parts = new LocalParts(directory)) {
      RedeliverHandler handler = parts.handler();
      if (expected.has("error")) {
        assertThatThrownBy(() -> Trigger.invoke(handler, event))
            .hasMessageStartingWith(expected.get("error").asText());
        return;
      }
      List<String> staying = Trigger.failed(Trigger.invoke(handler, event));
      assertThat(staying).isEqualTo(texts(expected.get("staying")));
      assertThat(parts.flexprice.requests().events()).isEqualTo(expected.get("accepted").asLong());
      assertThat(parts.deadLetters.letters())
          .map(letter -> letter.reason().kind().name())
          .containsExactlyInAnyOrderElementsOf(texts(expected.get("deadLettered")));
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
