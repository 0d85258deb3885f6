package io.usagecollector.simulation.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceRecord;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The value of a record: a word for each of its parts. */
public final class Words {
  public static final String TOPIC = "usage";

  private static final byte[] NO_KEY = {};

  private Words() {}

  /** A record that says these. */
  public static SourceRecord record(int partition, long offset, long timestamp, List<Kind> kinds) {
    String value = kinds.stream().map(Kind::word).collect(Collectors.joining(" "));
    return new SourceRecord(
        new Coordinates(TOPIC, partition, offset),
        timestamp,
        NO_KEY,
        value.getBytes(UTF_8),
        List.of());
  }

  /** Its parts, in the order of their ordinals. */
  public static List<PartId> parts(SourceRecord record) {
    return IntStream.range(0, of(record).size())
        .mapToObj(ordinal -> PartId.of(record.at(), ordinal))
        .toList();
  }

  /** What its parts are, in the order of their ordinals. */
  public static List<Kind> of(SourceRecord record) {
    byte[] value = record.value();
    String text = value == null ? "" : new String(value, UTF_8);
    return Arrays.stream(text.split(" ", -1)).map(Kind::of).toList();
  }
}
