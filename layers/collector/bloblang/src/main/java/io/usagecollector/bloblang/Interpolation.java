package io.usagecollector.bloblang;

import io.usagecollector.bloblang.value.Str;
import java.util.List;

/**
 * A compiled text with {@code ${! query }} parts. Immutable, safe to use from any number of
 * threads.
 *
 * {@snippet :
 * Interpolation key = Bloblang.standard().compileInterpolation("customer-${! this.id }");
 * Message message = Message.of("{\"id\":7}");
 * if (key.apply(message, Host.system()) instanceof Interpolation.Text.Resolved(Str text)) {
 *   System.out.println(text); // customer-7
 * }
 * System.out.println(key.isConstant()); // false
 * }
 */
public interface Interpolation {
  /** The text for one message of a batch. */
  Text apply(List<Message> batch, int index, Host host);

  /** The text for a message that is a batch of its own. */
  default Text apply(Message message, Host host) {
    return apply(List.of(message), 0, host);
  }

  /** True if the text holds no query and is the same for every message. */
  boolean isConstant();

  /** Every call in its queries. */
  List<Call> calls();

  /** The outcome. */
  sealed interface Text {
    /** The text. */
    record Resolved(Str text) implements Text {}

    /** A query failed. */
    record Failed(Fault fault) implements Text {}
  }
}
