package io.usagecollector.cli.run;

import io.usagecollector.core.event.EventWarning;
import java.util.Set;

/** What became of an event, or of a part of one that was taken apart. */
sealed interface Outcome {
  /**
   * It came out.
   *
   * @param warnings what is odd about it, though it would be sent
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
  record Mapped(byte[] event, Set<EventWarning> warnings) implements Outcome {
    public Mapped {
      warnings = Set.copyOf(warnings);
    }
  }

  /** The mapping dropped it. */
  record Dropped() implements Outcome {}

  /**
   * The mapping failed on it, or what it made is no event.
   *
   * @param error why, and where; with values, since the user asked to see them
   */
  record Failed(String error) implements Outcome {}
}
