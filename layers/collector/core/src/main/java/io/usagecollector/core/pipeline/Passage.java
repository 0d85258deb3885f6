package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Host;
import org.jspecify.annotations.Nullable;

/** One record's way through the steps: what its mappings may know of the world. Of one thread. */
final class Passage {
  private final RecordHost mappings;
  private final RecordHost logs;
  private @Nullable Place failedAt;

  Passage(RecordHost mappings, RecordHost logs) {
    this.mappings = mappings;
    this.logs = logs;
  }

  /** For steps that make the event. */
  Host host() {
    return mappings;
  }

  /**
   * For steps that only tell of it: they draw from a generator of their own, or the level of the
   * log would decide what the next mapping draws.
   */
  Host logHost() {
    return logs;
  }

  void failed(Place place) {
    failedAt = place;
  }

  /** The step whose fault the message carries, if any step failed. */
  @Nullable Place failedAt() {
    return failedAt;
  }
}
