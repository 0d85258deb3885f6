package io.usagecollector.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Letters as the functions write them. */
final class Written {
  private static final Instant RECORDED = Instant.parse("2026-11-01T10:30:00Z");

  private Written() {}

  /** Of a record that the mapping failed on. */
  static Letter unmapped(long offset, byte[] value) {
    return new Letter(
        new Origin(new StreamId("stream"), "flexprice", "mapping-1"),
        new SourceRecord(
            new Coordinates("usage-events", 3, offset),
            RECORDED.toEpochMilli(),
            "call".getBytes(UTF_8),
            value,
            List.of()),
        0,
        Optional.empty(),
        Reason.of(Reason.Kind.MAPPING_FAULT, "pipeline.yaml:7:9: not a number"),
        Attempts.first(RECORDED, false),
        RECORDED.plusSeconds(60));
  }

  /** Of an event that the service refused. */
  static Letter refused(long offset) {
    String json = "{\"event_id\":\"call_%d\",\"external_customer_id\":\"ada\"}".formatted(offset);
    return unmapped(offset, new byte[0])
        .withEvent(
            Optional.of(
                new UsageEvent(
                    "call_" + offset,
                    "2026-11-01T10:30:00Z",
                    "ada",
                    "voice_call",
                    json.getBytes(UTF_8))))
        .withReason(Reason.of(Reason.Kind.REFUSED_BY_SERVICE, "400 validation_error"));
  }

  static String text(Letter letter) {
    return Envelope.seal(letter).body();
  }
}
