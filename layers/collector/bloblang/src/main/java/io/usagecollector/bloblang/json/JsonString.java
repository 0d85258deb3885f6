package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.bytes.Runes;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;

/**
 * A JSON string's text, unescaped as Go does it: invalid bytes and lone surrogates become U+FFFD.
 */
final class JsonString {
  /** The length of {@code \\uXXXX}; a pair of them is taken together. */
  private static final int UNIT = 6;

  private JsonString() {}

  /**
   * The text between the quotes, whose escapes are known to be well formed: the very bytes, if
   * there is nothing to decode.
   */
  static Str decoded(byte[] b, int start, int end) {
    return Runes.isValid(b, start, end) && !hasEscape(b, start, end)
        ? new Str(b, start, end - start)
        : decode(b, start, end);
  }

  private static boolean hasEscape(byte[] b, int start, int end) {
    int i = start;
    while (i < end && b[i] != '\\') {
      i++;
    }
    return i < end;
  }

  private static Str decode(byte[] b, int start, int end) {
    Utf8Buffer out = new Utf8Buffer(end - start + 8);
    boolean replaced = false;
    int i = start;
    while (i < end) {
      if (b[i] == '\\') {
        int next = escape(b, i + 1, end, out);
        replaced |= next - i == UNIT && Character.isSurrogate((char) hex(b, i + 2));
        i = next;
      } else {
        int decoded = Runes.decode(b, i, end);
        out.putRune(decoded >> 3);
        replaced |= decoded == (Runes.REPLACEMENT << 3 | 1);
        i += decoded & 7;
      }
    }
    return replaced ? out.toStr().asReplaced() : out.toStr();
  }

  private static int escape(byte[] b, int i, int end, Utf8Buffer out) {
    if (b[i] == 'u') {
      return unicode(b, i, end, out);
    }
    out.put(
        switch (b[i]) {
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> b[i];
        });
    return i + 1;
  }

  private static int unicode(byte[] b, int i, int end, Utf8Buffer out) {
    int unit = hex(b, i + 1);
    boolean pair =
        Character.isHighSurrogate((char) unit)
            && i + 11 <= end
            && b[i + 5] == '\\'
            && b[i + 6] == 'u';
    if (pair && Character.isLowSurrogate((char) hex(b, i + 7))) {
      out.putRune(Character.toCodePoint((char) unit, (char) hex(b, i + 7)));
      return i + 11;
    }
    out.putRune(unit);
    return i + 5;
  }

  private static int hex(byte[] b, int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      value = value << 4 | Character.digit(b[i], 16);
    }
    return value;
  }
}
