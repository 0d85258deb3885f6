package io.usagecollector.tooling.events;

import java.io.IOException;

/** How far a JSON value reaches that begins at a place ahead. */
sealed interface JsonExtent {
  /**
   * It is whole.
   *
   * @param end the place after it
   */
  record Whole(int end) implements JsonExtent {}

  /**
   * It is none.
   *
   * @param at where it stops being one
   * @param ends whether it would be one, had it not ended there
   */
  record Broken(int at, boolean ends) implements JsonExtent {}

  /** Looks as far as the value reaches. */
  static JsonExtent of(LookAhead window, int from) throws IOException {
    return JsonScan.of(window, from, Integer.MAX_VALUE);
  }

  /** Looks as far as the value reaches, and no further than to an end. */
  static JsonExtent of(LookAhead window, int from, int to) throws IOException {
    return JsonScan.of(window, from, to);
  }
}
