package io.usagecollector.local.kafka;

/** Sizes that broker, producer and consumers must agree on. */
public final class ByteLimits {
  /** The largest record the local topic takes: larger than any invocation can carry. */
  public static final int RECORD = 16 * 1024 * 1024;

  private ByteLimits() {}
}
