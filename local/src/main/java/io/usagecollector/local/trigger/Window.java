package io.usagecollector.local.trigger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The batching window: it opens with the first record that waits. Pure. */
final class Window {
  private final Duration length;
  private @Nullable Instant opened;

  Window(Duration length) {
    this.length = length;
  }

  /** Whether a batch is due: it is full, or its first record has waited long enough. */
  boolean isDue(int waiting, int batchSize, Instant now) {
    if (waiting == 0) {
      opened = null;
      return false;
    }
    if (opened == null) {
      opened = now;
    }
    return waiting >= batchSize || !now.isBefore(opened.plus(length));
  }

  void cut() {
    opened = null;
  }
}
