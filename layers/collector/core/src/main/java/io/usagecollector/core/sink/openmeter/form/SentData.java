package io.usagecollector.core.sink.openmeter.form;

import io.usagecollector.core.sink.form.SentJson;
import java.util.function.BiConsumer;

/**
 * An event's data, out of the bytes that are sent, which are JSON without blanks: what it weighs,
 * and what becomes of the numbers in it, at any depth. The service keeps data as a text in JSON, in
 * which each of {@code < > &}, U+2028 and U+2029 takes seven bytes.
 */
final class SentData extends SentJson {
  private static final int ESCAPED = 7;

  private final byte[] json;
  private final BiConsumer<String, Precision> inexact;
  private long escapes;

  private SentData(byte[] json, int from, BiConsumer<String, Precision> inexact) {
    super(json, from);
    this.json = json;
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
    int to = data.walk();
    return to - from + data.escapes;
  }

  @Override
  protected void text(int from, int to, boolean key) {
    for (int at = from; at < to; at += json[at] == '\\' ? 2 : 1) {
      weigh(at);
    }
  }

  private void weigh(int at) {
    switch (json[at]) {
      case '<', '>', '&' -> escapes += ESCAPED - 1;
      case (byte) 0xE2 -> escapes += isLineEnd(at) ? ESCAPED - 3 : 0;
      case '\\' -> escapes += json[at + 1] == 'u' ? 1 : 0;
      default -> {}
    }
  }

  /** U+2028 or U+2029: E2 80 A8 and E2 80 A9. */
  private boolean isLineEnd(int at) {
    return json[at + 1] == (byte) 0x80 && (json[at + 2] & 0xFE) == 0xA8;
  }

  @Override
  protected void number(int from, int to) {
    Precision precision = Precision.of(json, from, to);
    if (precision != Precision.KEPT) {
      inexact.accept(member(), precision);
    }
  }
}
