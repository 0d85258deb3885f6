package io.usagecollector.bloblang.gotext.time;

import org.jspecify.annotations.Nullable;

/**
 * What reading one element came to.
 *
 * @param ok whether the text fits the element
 * @param range what was out of range, or null
 */
record Verdict(boolean ok, @Nullable String range) {
  static final Verdict GOOD = new Verdict(true, null);
  static final Verdict BAD = new Verdict(false, null);

  static Verdict of(boolean ok) {
    return ok ? GOOD : BAD;
  }

  static Verdict outOfRange(String what) {
    return new Verdict(false, what);
  }
}
