package io.usagecollector.bloblang;

/** What a mapping made of a message. */
public sealed interface Result {
  /** The new message. */
  record Mapped(Message message) implements Result {}

  /** The mapping dropped the message. */
  record Deleted() implements Result {
    public static final Deleted DELETED = new Deleted();
  }

  /**
   * The mapping failed. The message goes on, flagged with the fault: unchanged after a mapping,
   * with what had been changed until then after a mutation.
   */
  record Failed(Fault fault, Message message) implements Result {}
}
