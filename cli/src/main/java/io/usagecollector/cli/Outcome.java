package io.usagecollector.cli;

/** What became of an event, or of a part of one that was taken apart. */
sealed interface Outcome {
  /** It came out. */
  @SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
  record Mapped(byte[] event) implements Outcome {}

  /** The mapping dropped it. */
  record Dropped() implements Outcome {}

  /**
   * The mapping failed on it, or what it made is no event.
   *
   * @param error why, and where; with values, since the user asked to see them
   */
  record Failed(String error) implements Outcome {}
}
