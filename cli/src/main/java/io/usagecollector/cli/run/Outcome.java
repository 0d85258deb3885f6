package io.usagecollector.cli.run;

import io.usagecollector.core.event.Oddity;
import java.util.List;

/** What became of an event, or of a part of one that was taken apart. */
sealed interface Outcome {
  /**
   * It came out.
   *
   * @param oddities what is odd about it, though it would be sent
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
  record Mapped(byte[] event, List<Oddity> oddities) implements Outcome {
    public Mapped {
      oddities = List.copyOf(oddities);
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
