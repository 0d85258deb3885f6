package io.usagecollector.core.sink.openmeter.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.BiConsumer;

/**
 * An event's data, out of the bytes that are sent, which are JSON without blanks: what it weighs,
 * and what becomes of the numbers in it, at any depth. The service keeps data as a text in JSON, in
 * which each of {@code < > &}, U+2028 and U+2029 takes seven bytes.
 */
final class SentData {
  private static final int ESCAPED = 7;

  private final byte[] json;
  private final BiConsumer<String, Precision> inexact;
  private int at;
  private int depth;
  private int keyFrom;
  private int keyTo;
  private long weight;

  private SentData(byte[] json, int from, BiConsumer<String, Precision> inexact) {
    this.json = json;
    this.at = from;
    this.inexact = inexact;
  }

  /**
   * What it weighs, in bytes.
   *
   * @param from where the object of data begins
   * @param inexact is told of each number that does not come out as it went in, and of the member,
   *     on the first level, that it is in
   */
  static long read(byte[] json, int from, BiConsumer<String, Precision> inexact) {
    var data = new SentData(json, from, inexact);
    data.read();
    return data.weight;
  }

  private void read() {
    int from = at;
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
    weight += at - from;
  }

  private void text() {
    int from = at + 1;
    int to = from;
    while (json[to] != '"') {
      weigh(to);
      to += json[to] == '\\' ? 2 : 1;
    }
    at = to + 1;
    if (depth == 1 && json[at] == ':') {
      keyFrom = from;
      keyTo = to;
    }
  }

  private void weigh(int to) {
    switch (json[to]) {
      case '<', '>', '&' -> weight += ESCAPED - 1;
      case (byte) 0xE2 -> weight += isLineEnd(to) ? ESCAPED - 3 : 0;
      case '\\' -> weight += json[to + 1] == 'u' ? 1 : 0;
      default -> {}
    }
  }

  /** U+2028 or U+2029: E2 80 A8 and E2 80 A9. */
  private boolean isLineEnd(int to) {
    return json[to + 1] == (byte) 0x80 && (json[to + 2] & 0xFE) == 0xA8;
  }

  private void number() {
    int from = at;
    while (isNumber(json[at])) {
      at++;
    }
    Precision precision = Precision.of(json, from, at);
    if (precision != Precision.KEPT) {
      inexact.accept(new String(json, keyFrom, keyTo - keyFrom, UTF_8), precision);
    }
  }

  private static boolean isNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || (b | 0x20) == 'e';
  }
}
