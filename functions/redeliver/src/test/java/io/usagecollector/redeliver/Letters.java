package io.usagecollector.redeliver;

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
import java.util.OptionalInt;

/** Letters of calls, each with the event that an older mapping made of it. */
final class Letters {
  static final Instant FAILED = Instant.parse("2025-12-01T10:30:30Z");

  private Letters() {}

  /** One that failed so often, a while ago. */
  static Letter tried(int offset, int attempts) {
    Instant lately = Instant.now().minusSeconds(60);
    return letter(offset, new Attempts(attempts, lately, lately.plusSeconds(1), false), lately);
  }

  /** One that is dead, and failed first long ago. */
  static Letter dead(int offset, int attempts) {
    Instant died = FAILED.plusSeconds(3_600);
    return letter(offset, new Attempts(attempts, FAILED, died, false), died);
  }

  private static Letter letter(int offset, Attempts attempts, Instant at) {
    return new Letter(
        new Origin(new StreamId("stream"), "flexprice", "older"),
        new SourceRecord(
            new Coordinates("t", 0, offset), 1_764_585_000_000L, null, new byte[0], List.of()),
        0,
        OptionalInt.of(1),
        Optional.of(event(offset)),
        Reason.of(Reason.Kind.NOT_DELIVERED, "503"),
        attempts,
        at);
  }

  static UsageEvent event(int offset) {
    String json =
        "{\"event_id\":\"e-%d\",\"event_name\":\"voice_call\",\"external_customer_id\":\"c\",\"timestamp\":\"2025-12-01T10:30:00Z\",\"properties\":{\"duration_seconds\":10}}"
            .formatted(offset);
    return new UsageEvent(
        "e-" + offset, "2025-12-01T10:30:00Z", "c", "voice_call", json.getBytes(UTF_8));
  }

  static String body(Letter letter) {
    return Envelope.seal(letter).body();
  }
}
