package io.usagecollector.tooling.events;

import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Metadata of every record, as a mapping asks for it: {@code kafka_key}, {@code kafka_topic},
 * {@code kafka_partition}, {@code kafka_offset}, {@code kafka_timestamp_unix}, {@code
 * kafka_timestamp_ms} (also {@code kafka_timestamp_unix_ms}); every other name is a header's.
 */
public final class RecordMetadata {
  private final RecordParts parts;

  private RecordMetadata(RecordParts parts) {
    this.parts = parts;
  }

  /**
   * Reads names and values.
   *
   * @throws IllegalArgumentException where a record cannot have one; the message is for people
   */
  public static RecordMetadata of(Map<String, String> values) {
    var reading = new Reading();
    values.forEach(reading::put);
    return new RecordMetadata(reading.parts());
  }

  /** The record with this metadata over its own. */
  public SourceRecord over(SourceRecord record) {
    return parts.over(record, record.value());
  }

  /** Parts that are known so far. */
  private static final class Reading {
    private static final long MILLIS_PER_SECOND = 1000;

    private Optional<String> topic = Optional.empty();
    private OptionalInt partition = OptionalInt.empty();
    private OptionalLong offset = OptionalLong.empty();
    private OptionalLong millis = OptionalLong.empty();
    private Optional<byte[]> key = Optional.empty();
    private final List<RecordHeader> headers = new ArrayList<>();

    private void put(String name, String value) {
      switch (name) {
        case "" -> throw new IllegalArgumentException("metadata has a name: NAME=VALUE");
        case "kafka_key" -> key = Optional.of(bytes(value));
        case "kafka_topic" -> topic = Optional.of(topic(value));
        case "kafka_partition" ->
            partition = OptionalInt.of((int) number(name, value, Integer.MAX_VALUE));
        case "kafka_offset" -> offset = OptionalLong.of(number(name, value, Long.MAX_VALUE));
        case "kafka_timestamp_unix" ->
            millis =
                OptionalLong.of(
                    number(name, value, Long.MAX_VALUE / MILLIS_PER_SECOND) * MILLIS_PER_SECOND);
        case "kafka_timestamp_ms", "kafka_timestamp_unix_ms" ->
            millis = OptionalLong.of(number(name, value, Long.MAX_VALUE));
        case "kafka_tombstone_message" ->
            throw new IllegalArgumentException(
                name + " cannot be given: it tells whether a record has no value");
        case "kafka_lag" ->
            throw new IllegalArgumentException(
                name + " cannot be given: the function's trigger does not tell it");
        default -> headers.add(new RecordHeader(name, bytes(value)));
      }
    }

    private static String topic(String value) {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("kafka_topic must be a name, and is empty");
      }
      return value;
    }

    private static long number(String name, String value, long most) {
      try {
        long number = Long.parseLong(value);
        if (number >= 0 && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Said below, as of a number that is out of range.
      }
      throw new IllegalArgumentException(
          name + " must be a whole number from 0 to " + most + ", and is " + value);
    }

    private static byte[] bytes(String value) {
      return value.getBytes(StandardCharsets.UTF_8);
    }

    private RecordParts parts() {
      return new RecordParts(topic, partition, offset, millis, key, headers);
    }
  }
}
