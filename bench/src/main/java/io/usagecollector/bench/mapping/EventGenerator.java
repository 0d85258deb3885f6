package io.usagecollector.bench.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

/**
 * Events of a program's shape, the same ones for the same seed: the sample event with other values
 * in it.
 */
public final class EventGenerator {
  /** No sharp s: Java makes two letters of it in upper case, Go and Bloblang leave it. */
  private static final String[] WORDS = {
    "search", "ads", "köln", "日本", "a\"b\\c", "x/y", "", "<&>", "tab\there"
  };

  private final ObjectMapper json = new ObjectMapper();
  private final Random random;
  private final ObjectNode sample;

  public EventGenerator(Program program, long seed) {
    random = new Random(seed);
    try {
      sample = (ObjectNode) json.readTree(program.event());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next event, as bytes of JSON. */
  public byte[] next() {
    var event = sample.deepCopy();
    vary(event);
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void vary(ObjectNode node) {
    for (var name : node.propertyStream().map(java.util.Map.Entry::getKey).toList()) {
      switch (node.get(name)) {
        case ObjectNode child -> vary(child);
        case ArrayNode array -> vary(array);
        case com.fasterxml.jackson.databind.JsonNode leaf when leaf.isIntegralNumber() ->
            node.put(name, random.nextInt(1_000_000));
        case com.fasterxml.jackson.databind.JsonNode leaf when leaf.isBoolean() ->
            node.put(name, random.nextBoolean());
        case com.fasterxml.jackson.databind.JsonNode leaf when leaf.isTextual() ->
            node.put(name, text(name, leaf.asText()));
        default -> {}
      }
    }
  }

  private void vary(ArrayNode array) {
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof ObjectNode child) {
        vary(child);
      } else if (i > 0) {
        array.set(i, JsonNodeFactory.instance.textNode(array.get(i).asText() + word()));
      }
    }
  }

  /**
   * Leaves what a program parses (times, numbers in text, kinds) as it is or swaps it for its like.
   */
  private String text(String name, String sampleText) {
    return switch (name) {
      case "time", "timestamp", "finished_at" ->
          "2025-%02d-%02dT%02d:30:00Z"
              .formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24));
      case "duration_ms" -> Integer.toString(random.nextInt(100_000));
      case "kind" -> new String[] {"llm", "voice", "image"}[random.nextInt(3)];
      case "type" -> random.nextBoolean() ? "tool" : "model";
      case "plan" -> random.nextBoolean() ? "free" : "scale";
      case "status" -> random.nextBoolean() ? "failed" : "completed";
      case "model" -> sampleText + random.nextInt(9);
      default -> sampleText + word();
    };
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }
}
