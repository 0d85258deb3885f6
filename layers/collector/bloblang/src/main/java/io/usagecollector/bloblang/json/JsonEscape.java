package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.bytes.Runes;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import java.nio.charset.StandardCharsets;

/** Escapes a string's bytes for JSON, as Go's encoder does. */
final class JsonEscape {
  private static final byte[] INVALID = "\\ufffd".getBytes(StandardCharsets.US_ASCII);
  private static final String HEX = "0123456789abcdef";

  private JsonEscape() {}

  static void append(Str s, boolean html, Utf8Buffer out) {
    byte[] b = s.buffer();
    int start = s.offset();
    int end = start + s.length();
    int plain = html ? 0 : out.putPlain(b, start, end);
    if (start + plain < end) {
      escaped(b, start + plain, end, html, out);
    }
  }

  private static void escaped(byte[] b, int start, int end, boolean html, Utf8Buffer out) {
    int copied = start;
    int i = start;
    while (i < end) {
      int c = b[i];
      if (c >= ' ' && c != '"' && c != '\\' && !(html && (c == '<' || c == '>' || c == '&'))) {
        i++;
        continue;
      }
      int decoded = c < 0 ? Runes.decode(b, i, end) : c << 3 | 1;
      int width = decoded & 7;
      int rune = decoded >> 3;
      boolean separator = rune == 0x2028 || rune == 0x2029;
      if (c < 0 && width > 1 && !separator) {
        i += width;
        continue;
      }
      out.put(b, copied, i - copied);
      if (c < 0 && width == 1) {
        out.put(INVALID);
      } else {
        escape(rune, out);
      }
      i += width;
      copied = i;
    }
    out.put(b, copied, end - copied);
  }

  private static void escape(int c, Utf8Buffer out) {
    switch (c) {
      case '"', '\\' -> out.put('\\').put(c);
      case '\b' -> out.put('\\').put('b');
      case '\f' -> out.put('\\').put('f');
      case '\n' -> out.put('\\').put('n');
      case '\r' -> out.put('\\').put('r');
      case '\t' -> out.put('\\').put('t');
      default -> {
        out.put('\\').put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.put(HEX.charAt(c >> shift & 0xF));
        }
      }
    }
  }
}
