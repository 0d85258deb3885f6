package io.usagecollector.core.sink.flexprice.form;

import io.usagecollector.bloblang.value.Str;
import org.jspecify.annotations.Nullable;

/** Texts that events are told apart by: they reach the service as they are, or not at all. */
final class Identifier {
  /** Flexprice keeps customers' ids in a column of this many characters. */
  private static final int LONGEST_CUSTOMER = 255;

  private Identifier() {}

  /**
   * What is wrong with one, or null. Bytes that are no UTF-8 would be sent as U+FFFD, and ids that
   * differ become one; a U+FFFD that the source wrote itself is a character like any other.
   */
  static @Nullable String fault(Str id) {
    if (!id.isText()) {
      return " is not valid UTF-8";
    }
    return holdsNul(id) ? " holds a NUL character, which Flexprice cannot store" : null;
  }

  /** What is wrong with a customer's id, or null: one that is refused here can never be billed. */
  static @Nullable String customerFault(Str id) {
    String fault = fault(id);
    if (fault != null || id.length() <= LONGEST_CUSTOMER) {
      return fault;
    }
    String text = id.toString();
    int characters = text.codePointCount(0, text.length());
    return characters <= LONGEST_CUSTOMER
        ? null
        : " has " + characters + " characters, of " + LONGEST_CUSTOMER + " at most";
  }

  private static boolean holdsNul(Str id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.byteAt(i) == 0) {
        return true;
      }
    }
    return false;
  }
}
