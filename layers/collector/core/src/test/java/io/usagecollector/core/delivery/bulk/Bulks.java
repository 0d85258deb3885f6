package io.usagecollector.core.delivery.bulk;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Bulks of events that came from nowhere. */
public final class Bulks {
  private Bulks() {}

  /** One event of this id, alone. */
  public static Bulk of(String id) {
    return Bulk.of(List.of(pending(0, id, 3, 0)));
  }

  /** An event of so many bytes, that was deferred so often. */
  static PendingEvent pending(int record, String id, int bytes, int attempts) {
    UsageEvent event = new UsageEvent(id, "t", "c", "n", new byte[bytes]);
    return new PendingEvent(record, new Nowhere(attempts), 0, event);
  }

  private record Nowhere(int attempts) implements Inbound {
    @Override
    public SourceHandle handle() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long writtenAt() {
      return -1;
    }

    @Override
    public Iterator<Item> items(Duration left) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Letter letter(
        int ordinal, Reason reason, Optional<UsageEvent> event, boolean ambiguous, Instant at) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Letter whole(Reason reason, Instant at) {
      throw new UnsupportedOperationException();
    }
  }
}
