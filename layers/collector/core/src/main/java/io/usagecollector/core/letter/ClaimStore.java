package io.usagecollector.core.letter;

import java.time.Duration;

/** The port to a store for what is too large for a message. Thread-safe. */
public interface ClaimStore {
  /**
   * Stores a letter's content. The same content of the same letter takes the same place again.
   *
   * @param timeout what it may take
   */
  Deposit store(LargeLetter letter, Duration timeout);

  /**
   * The bytes that lie there, unchecked: {@link Message.Claimed#open} checks them.
   *
   * @param timeout what it may take
   */
  Withdrawal fetch(Claim claim, Duration timeout);

  /** What became of a content. */
  sealed interface Deposit {
    /** It lies there, for whoever has the claim. */
    record Stored(Claim claim) implements Deposit {}

    /**
     * It may not lie there.
     *
     * @param why safe to log
     */
    record Refused(String why) implements Deposit {}
  }

  /** What was found at a claim. */
  sealed interface Withdrawal {
    /** What lies there. */
    @SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
    record Found(byte[] content) implements Withdrawal {}

    /**
     * There is nothing, and there will be nothing.
     *
     * @param why safe to log
     */
    record Missing(String why) implements Withdrawal {}

    /**
     * The store did not say; it may later.
     *
     * @param why safe to log
     */
    record Unreachable(String why) implements Withdrawal {}
  }
}
