package io.usagecollector.core.sink.form;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A walk over an object in the bytes that are sent, which are JSON without blanks: at each text and
 * each number in it, at any depth. Of one object, one thread.
 */
public abstract class SentJson {
  private final byte[] json;
  private int at;
  private int depth;
  private int keyFrom;
  private int keyTo;

  /**
   * @param from where the object begins
   */
  protected SentJson(byte[] json, int from) {
    this.json = json;
    this.at = from;
  }

  /**
   * Met at each text, keys included.
   *
   * @param from after the opening quote
   * @param to at the closing one
   * @param key whether it is a key on the first level
   */
  protected abstract void text(int from, int to, boolean key);

  /** Met at each number. */
  protected abstract void number(int from, int to);

  /** Goes over all of it; says where it ends. */
  protected final int walk() {
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
    return at;
  }

  /** How deep the walk is: 1 in the object itself. */
  protected final int depth() {
    return depth;
  }

  /** The member, on the first level, that the walk is in. */
  protected final String member() {
    return new String(json, keyFrom, keyTo - keyFrom, UTF_8);
  }

  private void text() {
    int from = at + 1;
    int to = from;
    while (json[to] != '"') {
      to += json[to] == '\\' ? 2 : 1;
    }
    at = to + 1;
    boolean key = depth == 1 && json[at] == ':';
    if (key) {
      keyFrom = from;
      keyTo = to;
    }
    text(from, to, key);
  }

  private void number() {
    int from = at;
    while (isNumber(json[at])) {
      at++;
    }
    number(from, at);
  }

  private static boolean isNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || (b | 0x20) == 'e';
  }
}
