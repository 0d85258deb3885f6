package io.usagecollector.ensure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.testkit.lambda.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of {@code events/ensure} ends as the file beside it says, twice alike. */
class EventFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EVENTS = LocalParts.ROOT.resolve("events/ensure");

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
      if (expected.has("swept")) {
        assertThat(swept(parts.sweep(), event)).isEqualTo(expected.get("swept"));
        return;
      }
      Caller caller = parts.caller();
      Caller.Received first = caller.invoke(event);
      holds(expected, first);
      Caller.Received again = caller.invoke(event);
      holds(expected, again);
      assertThat(again.body())
          .isEqualTo(
              first
                  .body()
                  .replace("\"customer\":true", "\"customer\":false")
                  .replace("\"subscription\":true", "\"subscription\":false"));
    }
  }

  private static void holds(JsonNode expected, Caller.Received received) {
    assertThat(received.status()).as(received.body()).isEqualTo(expected.get("status").asInt());
    if (expected.has("text")) {
      assertThat(received.body()).isEqualTo(expected.get("text").asText());
    }
    if (expected.has("error")) {
      assertThat(received.error()).isEqualTo(expected.get("error").asText());
    }
    if (expected.has("parts")) {
      assertThat(received.json().get("checks").findValuesAsText("part"))
          .isEqualTo(JSON.convertValue(expected.get("parts"), List.class));
    }
    if (expected.has("customerKey")) {
      JsonNode body = received.json();
      assertThat(body.get("customerKey")).isEqualTo(expected.get("customerKey"));
      assertThat(body.get("planKey")).isEqualTo(expected.get("planKey"));
      assertThat(body.get("status")).isEqualTo(expected.get("subscriptionStatus"));
    }
  }

  private static JsonNode swept(SweepHandler handler, byte[] event) throws IOException {
    var out = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event), out, InvocationContext.of("request-1", 20_000));
    return JSON.readTree(out.toString(UTF_8));
  }
}
