package io.usagecollector.local.lambda;

/** The 6 MB that one invocation can carry, and what is left of it for records or messages. */
public final class PayloadLimit {
  /** Lambda's limit of a synchronous invocation, in bytes. */
  public static final int INVOCATION = 6 * 1024 * 1024;

  /** More than the head of an event and the names of a few hundred partitions take. */
  private static final int ENVELOPE = 16 * 1024;

  public static final int RECORDS = INVOCATION - ENVELOPE;

  private PayloadLimit() {}
}
