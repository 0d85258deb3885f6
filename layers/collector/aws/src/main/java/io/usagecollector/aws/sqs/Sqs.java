package io.usagecollector.aws.sqs;

/** The limits of SQS that letters are cut to. */
public final class Sqs {
  /**
   * The most bytes of one message, and of all messages of one batch request together; the queue's
   * own {@code MaximumMessageSize} must be no less.
   */
  public static final int LONGEST = 1024 * 1024;

  /** The most messages of one batch request. */
  static final int MOST_ENTRIES = 10;

  private Sqs() {}
}
