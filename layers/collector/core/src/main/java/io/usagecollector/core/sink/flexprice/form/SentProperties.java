package io.usagecollector.core.sink.flexprice.form;

import io.usagecollector.core.sink.form.SentJson;
import java.util.function.BiConsumer;

/**
 * The numbers in an event's properties, out of the bytes that are sent, which are JSON without
 * blanks: those at any depth, and, on the first level, which meters read, texts that are numbers.
 */
final class SentProperties extends SentJson {
  private final byte[] json;
  private final BiConsumer<String, Magnitude> large;

  private SentProperties(byte[] json, int from, BiConsumer<String, Magnitude> large) {
    super(json, from);
    this.json = json;
    this.large = large;
  }

  /**
   * Tells of all that does not simply fit.
   *
   * @param from where the object of properties begins
   * @param large is told the property, on the first level, and how large what is in it is
   */
  static void read(byte[] json, int from, BiConsumer<String, Magnitude> large) {
    new SentProperties(json, from, large).walk();
  }

  @Override
  protected void text(int from, int to, boolean key) {
    if (depth() == 1 && !key) {
      tell(Magnitude.ofText(json, from, to));
    }
  }

  @Override
  protected void number(int from, int to) {
    Magnitude magnitude = Magnitude.ofNumber(json, from, to);
    tell(depth() > 1 && magnitude == Magnitude.MAY_WRAP ? Magnitude.FITS : magnitude);
  }

  private void tell(Magnitude magnitude) {
    if (magnitude != Magnitude.FITS) {
      large.accept(member(), magnitude);
    }
  }
}
