package io.usagecollector.core.sink.flexprice.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.BiConsumer;

/**
 * The numbers in an event's properties, out of the bytes that are sent, which are JSON without
 * blanks: those at any depth, and, on the first level, which meters read, texts that are numbers.
 */
final class SentProperties {
  private final byte[] json;
  private final BiConsumer<String, Magnitude> large;
  private int at;
  private int depth;
  private int keyFrom;
  private int keyTo;

  private SentProperties(byte[] json, int from, BiConsumer<String, Magnitude> large) {
    this.json = json;
    this.at = from;
    this.large = large;
  }

  /**
   * Tells of all that does not simply fit.
   *
   * @param from where the object of properties begins
   * @param large is told the property, on the first level, and how large what is in it is
   */
  static void read(byte[] json, int from, BiConsumer<String, Magnitude> large) {
    new SentProperties(json, from, large).read();
  }

  private void read() {
    do {
      switch (json[at]) {
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        case '"' -> text();
        case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
        default -> at++;
      }
    } while (depth > 0);
  }

  private void text() {
    int from = at + 1;
    int to = from;
    while (json[to] != '"') {
      to += json[to] == '\\' ? 2 : 1;
    }
    at = to + 1;
    if (depth == 1 && json[at] == ':') {
      keyFrom = from;
      keyTo = to;
    } else if (depth == 1) {
      tell(Magnitude.ofText(json, from, to));
    }
  }

  private void number() {
    int from = at;
    while (isNumber(json[at])) {
      at++;
    }
    Magnitude magnitude = Magnitude.ofNumber(json, from, at);
    tell(depth > 1 && magnitude == Magnitude.MAY_WRAP ? Magnitude.FITS : magnitude);
  }

  private static boolean isNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || (b | 0x20) == 'e';
  }

  private void tell(Magnitude magnitude) {
    if (magnitude != Magnitude.FITS) {
      large.accept(new String(json, keyFrom, keyTo - keyFrom, UTF_8), magnitude);
    }
  }
}
