package io.usagecollector.core.careful;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A record of one event, or one whose mapping ends the process. */
record OneEvent(Coordinates at, Runnable mapping) implements Inbound {
  static OneEvent good(int partition, long offset) {
    return new OneEvent(new Coordinates("t", partition, offset), () -> {});
  }

  @Override
  public SourceHandle handle() {
    return new SourceHandle.KafkaRecord(at);
  }

  @Override
  public int attempts() {
    return 0;
  }

  @Override
  public long writtenAt() {
    return 1_000;
  }

  @Override
  public Iterator<Item> items(Duration left) {
    mapping.run();
    byte[] json = ("{\"event_id\":\"" + at + "\"}").getBytes(UTF_8);
    UsageEvent event = new UsageEvent(at.toString(), "2026-01-01T00:00:00Z", "c", "n", json);
    return List.<Item>of(new Item.Sendable(0, event)).iterator();
  }

  @Override
  public Letter letter(
      int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant now) {
    return new Letter(
        new Origin(new StreamId("stream"), "sink", "v1"),
        new SourceRecord(at, 1_000, null, new byte[0], List.of()),
        ordinal,
        event,
        reason,
        Attempts.first(now, ambiguous),
        now);
  }

  @Override
  public Letter whole(Reason reason, Instant now) {
    return letter(0, reason, Optional.empty(), false, now);
  }
}
