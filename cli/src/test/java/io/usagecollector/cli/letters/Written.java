package io.usagecollector.cli.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.cli.letters.queue.QueueClients;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Origin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Letters as the functions write them. */
public final class Written {
  /** When the tests' commands run. */
  public static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  private static final Instant RECORDED = Instant.parse("2026-11-27T10:30:00Z");

  private Written() {}

  /** Queues, a bucket that nothing lies in, and a clock that stands. */
  public static Outside outside(QueueClients queues) {
    return outside(queues, InstantSource.fixed(NOW));
  }

  /** The same with a clock of one's own: a queue stamps its messages by the real one. */
  public static Outside outside(QueueClients queues, InstantSource clock) {
    return new Outside(queues, (queue, bucket) -> new MemoryClaims(), clock);
  }

  /** Of a record that the mapping failed on: there is no event. */
  public static Letter unmapped(long offset) {
    return new Letter(
        new Origin(new StreamId("local:cluster"), "flexprice", "mapping-1"),
        new SourceRecord(
            new Coordinates("usage-events", 3, offset),
            RECORDED.toEpochMilli(),
            "call".getBytes(UTF_8),
            "{\"duration\":\"abc\"}".getBytes(UTF_8),
            List.of(new RecordHeader("source", "test".getBytes(UTF_8)))),
        0,
        Optional.empty(),
        new Reason(
            Reason.Kind.MAPPING_FAULT,
            "pipeline.yaml:7:9: not a number",
            "pipeline.yaml:7:9: not a number: abc"),
        Attempts.first(RECORDED, false),
        Instant.parse("2026-11-27T10:31:00Z"));
  }

  /** Of an event that the service refused. */
  public static Letter refused(long offset, String customer) {
    return refused(offset, customer, "2026-11-27T10:30:00Z");
  }

  /** Of an event of that time that the service refused. */
  public static Letter refused(long offset, String customer, String time) {
    String json =
        "{\"event_id\":\"call_%d\",\"external_customer_id\":\"%s\"}".formatted(offset, customer);
    return unmapped(offset)
        .withEvent(
            Optional.of(
                new UsageEvent(
                    "call_" + offset, time, customer, "voice_call", json.getBytes(UTF_8))))
        .withReason(Reason.of(Reason.Kind.REFUSED_BY_SERVICE, "400 validation_error"));
  }

  /** The same where an answer was lost. */
  public static Letter ambiguous(Letter letter) {
    return letter.withAttempts(
        new Attempts(5, letter.attempts().firstFailure(), letter.attempts().notBefore(), true));
  }

  /** Its text in a queue. */
  public static String text(Letter letter) {
    return Envelope.seal(letter).body();
  }
}
