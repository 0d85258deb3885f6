package io.usagecollector.tooling.events;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a record besides its value; the rest is made up by who runs it.
 *
 * @param millis its time, milliseconds since 1970-01-01T00:00:00Z
 * @param key empty where nothing is known of it; a record without a key has one of no bytes
 */
record RecordParts(
    Optional<String> topic,
    OptionalInt partition,
    OptionalLong offset,
    OptionalLong millis,
    Optional<byte[]> key,
    List<RecordHeader> headers) {
  RecordParts {
    headers = List.copyOf(headers);
  }

  /** A record with these parts in the place of its own, and their headers after its own. */
  @SuppressWarnings(
      "NullAway") // javac keeps no type annotation of a compact constructor's parameter
  SourceRecord over(SourceRecord base, byte @Nullable [] value) {
    var all = new ArrayList<>(base.headers());
    all.addAll(headers);
    return new SourceRecord(
        new Coordinates(
            topic.orElse(base.at().topic()),
            partition.orElse(base.at().partition()),
            offset.orElse(base.at().offset())),
        millis.orElse(base.timestampMillis()),
        key.orElse(base.key()),
        value,
        all);
  }
}
