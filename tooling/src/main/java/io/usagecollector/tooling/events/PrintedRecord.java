package io.usagecollector.tooling.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.usagecollector.core.event.SourceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A record as tools print it: one JSON object, of {@code rpk topic consume}, of {@code kcat -J}, or
 * of the list in a Lambda event. They are told apart by their keys. A value that is not there, as
 * {@code rpk} leaves it out where it is empty, is a tombstone's.
 */
public final class PrintedRecord {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode printed;
  private final PrintedBytes bytes;

  private PrintedRecord(JsonNode printed, boolean base64) {
    this.printed = printed;
    this.bytes = new PrintedBytes(base64 || printed.has("timestampType"));
  }

  /**
   * The record that an event's text tells of.
   *
   * @param base64 whether key, value and headers stand in base64; those of a Lambda event do anyway
   * @param base has what the text leaves out
   * @throws UnreadableEventsException where the text is no record
   */
  public static SourceRecord read(Event event, boolean base64, SourceRecord base)
      throws UnreadableEventsException {
    try {
      return new PrintedRecord(JSON.readTree(event.value()), base64).over(base);
    } catch (JsonProcessingException e) {
      throw complaint(event, "it is no JSON");
    } catch (IllegalArgumentException e) {
      throw complaint(event, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnreadableEventsException complaint(Event event, String why) {
    return new UnreadableEventsException(
        event.line(), 1, "no record as rpk topic consume or kcat -J prints it: " + why);
  }

  private SourceRecord over(SourceRecord base) {
    if (!printed.isObject()) {
      throw new IllegalArgumentException("it is no JSON object");
    }
    if (!printed.has("payload") && !printed.path("topic").isTextual()) {
      throw new IllegalArgumentException("it has neither a topic nor a payload");
    }
    if (printed.has("value_size")) {
      throw new IllegalArgumentException("--meta-only left its value out");
    }
    return parts().over(base, value());
  }

  private RecordParts parts() {
    byte[] key = bytes.of("key", printed.path("key"));
    OptionalLong partition = number("partition", Integer.MAX_VALUE);
    return new RecordParts(
        topic(),
        partition.isPresent() ? OptionalInt.of((int) partition.getAsLong()) : OptionalInt.empty(),
        number("offset", Long.MAX_VALUE),
        number(printed.has("ts") ? "ts" : "timestamp", Long.MAX_VALUE),
        Optional.of(key == null ? new byte[0] : key),
        PrintedHeaders.read(printed.path("headers"), bytes));
  }

  private byte @Nullable [] value() {
    String name = printed.has("payload") ? "payload" : "value";
    return bytes.of(name, printed.path(name));
  }

  private Optional<String> topic() {
    return Optional.of(printed.path("topic").asText()).filter(name -> !name.isEmpty());
  }

  private OptionalLong number(String name, long most) {
    JsonNode node = printed.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return OptionalLong.empty();
    }
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.asLong() < 0
        || node.asLong() > most) {
      throw new IllegalArgumentException(
          "its " + name + " must be a whole number from 0 to " + most);
    }
    return OptionalLong.of(node.asLong());
  }
}
