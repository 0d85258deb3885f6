package io.usagecollector.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.local.lambda.InvokeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each file of {@code events/}, given to the deployed function under Lambda's own runtime client.
 */
class EventFilesIT extends EndToEnd {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EVENTS = Path.of("..", "events");

  @Test
  void everyEventFileEndsAsTheFileBesideItSays() throws Exception {
    start();
    List<String> names = names();
    assertThat(names).hasSizeGreaterThan(10);
    for (String name : names) {
      endsAsExpected(name, JSON.readTree(EVENTS.resolve(name + ".expected.json").toFile()));
    }
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".expected.json"))
          .map(name -> name.substring(0, name.length() - ".expected.json".length()))
          .sorted()
          .toList();
    }
  }

  private void endsAsExpected(String name, JsonNode expected) throws Exception {
    long sent = flexprice().requests().events();
    long letters = system.deadLetters().depth();
    InvokeResult result = system.fleet().invoke(Files.readAllBytes(EVENTS.resolve(name + ".json")));
    if (failsHere(expected)) {
      assertThat(result).as(name).isInstanceOf(InvokeResult.Faulted.class);
      assertThat(((InvokeResult.Faulted) result).errorMessage())
          .as(name)
          .startsWith(expected.get("error").asText());
      return;
    }
    assertThat(result).as(name).isInstanceOf(InvokeResult.Answered.class);
    assertThat(new String(((InvokeResult.Answered) result).body(), UTF_8))
        .as(name)
        .isEqualTo("{\"batchItemFailures\":[]}");
    if (!expected.has("error")) {
      assertThat(flexprice().requests().events() - sent)
          .as(name + ": events sent")
          .isEqualTo(expected.get("accepted").asLong());
      assertThat(system.deadLetters().depth() - letters)
          .as(name + ": dead letters")
          .isEqualTo(expected.get("deadLettered").asLong());
    }
  }

  /**
   * The local function is given its STREAM_ID, so an event that names no cluster is none too bad.
   */
  private static boolean failsHere(JsonNode expected) {
    return expected.has("error") && !expected.get("error").asText().contains("STREAM_ID");
  }
}
