package io.usagecollector.bloblang;

/**
 * What a mapping made of a message.
 *
 * {@snippet :
 * Mapping mapping = Bloblang.standard().compile("root = if this.test { deleted() } else { this.amount.uppercase() }");
 * for (String event : List.of("{\"amount\":\"two\"}", "{\"test\":true}", "{\"amount\":2}")) {
 *   System.out.println(switch (mapping.apply(Message.of(event), Host.system())) {
 *     case Result.Mapped(Message mapped) -> new String(mapped.content(), UTF_8); // TWO
 *     case Result.Deleted() -> "dropped"; // dropped
 *     case Result.Failed(Fault fault, Message unchanged) -> fault.text(); // failed assignment (line 1): expected string value, got number from field `this.amount` (2)
 *   });
 * }
 * }
 */
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
