package io.usagecollector.core.record;

import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as the message that mappings see. Its metadata has the names and types that upstream's
 * Kafka inputs give it: headers first, and over them what is known of the record. {@code kafka_lag}
 * is absent: a function's trigger does not tell it.
 */
public final class RecordMessage {
  private static final byte[] NOTHING = {};
  private static final long MILLIS_PER_SECOND = 1000;

  private static final Str KEY = Str.of("kafka_key");
  private static final Str TOPIC = Str.of("kafka_topic");
  private static final Str PARTITION = Str.of("kafka_partition");
  private static final Str OFFSET = Str.of("kafka_offset");
  private static final Str UNIX = Str.of("kafka_timestamp_unix");
  private static final Str UNIX_MS = Str.of("kafka_timestamp_unix_ms");
  private static final Str MS = Str.of("kafka_timestamp_ms");
  private static final Str TOMBSTONE = Str.of("kafka_tombstone_message");

  private RecordMessage() {}

  /** The message; a tombstone's content is empty. */
  public static Message of(SourceRecord record) {
    byte[] value = record.value();
    return Message.of(value == null ? NOTHING : value).withMetadata(() -> metadata(record));
  }

  private static MapObj metadata(SourceRecord record) {
    var metadata = new MapObj(null, 8 + record.headers().size());
    for (RecordHeader header : record.headers()) {
      metadata.put(Str.of(header.name()), text(header.value()));
    }
    long millis = record.timestampMillis();
    return metadata
        .put(KEY, text(record.key()))
        .put(TOPIC, Str.of(record.at().topic()))
        .put(PARTITION, IntNum.of(record.at().partition()))
        .put(OFFSET, IntNum.of(record.at().offset()))
        .put(UNIX, IntNum.of(Math.floorDiv(millis, MILLIS_PER_SECOND)))
        // The two dialects' names for the same: Bento's, and Redpanda's.
        .put(UNIX_MS, IntNum.of(millis))
        .put(MS, IntNum.of(millis))
        .put(TOMBSTONE, Bool.of(record.isTombstone()));
  }

  private static Str text(byte @Nullable [] value) {
    return value == null ? Str.EMPTY : Str.of(value);
  }
}
