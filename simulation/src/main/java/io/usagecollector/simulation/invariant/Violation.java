package io.usagecollector.simulation.invariant;

import java.util.regex.Matcher;

/** A law was broken. An error, so that nothing under test takes it for a fault of a service. */
public final class Violation extends AssertionError {
  private static final long serialVersionUID = 1L;

  private Violation(String what) {
    super(what);
  }

  /** Its text begins with the law's name. */
  static Violation of(String law, String what, Object... values) {
    String told = what;
    for (Object value : values) {
      told = told.replaceFirst("%s", Matcher.quoteReplacement(String.valueOf(value)));
    }
    return new Violation(law + ": " + told);
  }
}
