package io.usagecollector.tooling.events;

/** Bytes that stand between events. */
final class EventSpace {
  private EventSpace() {}

  /** A blank, a tab, a line's end, or a separator of records (JSON text sequences have them). */
  static boolean is(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
  }

  /** One that does not end a line. */
  static boolean isWithinLine(int c) {
    return c != '\n' && is(c);
  }
}
