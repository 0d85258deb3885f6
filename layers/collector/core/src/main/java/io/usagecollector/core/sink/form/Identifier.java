package io.usagecollector.core.sink.form;

import io.usagecollector.bloblang.value.Str;
import org.jspecify.annotations.Nullable;

/** Texts that events are told apart by: they reach the service as they are, or not at all. */
public final class Identifier {
  private Identifier() {}

  /**
   * What is wrong with one, or null. Bytes that are no UTF-8 would be sent as U+FFFD, and ids that
   * differ become one; a U+FFFD that the source wrote itself is a character like any other.
   *
   * @param service the service's name, as complaints call it
   */
  public static @Nullable String fault(Str id, String service) {
    if (!id.isText()) {
      return " is not valid UTF-8";
    }
    return holdsNul(id) ? " holds a NUL character, which " + service + " cannot store" : null;
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
