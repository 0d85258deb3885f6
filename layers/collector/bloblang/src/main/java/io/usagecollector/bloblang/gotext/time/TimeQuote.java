package io.usagecollector.bloblang.gotext.time;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.usagecollector.bloblang.gotext.LosslessUtf8;

/**
 * How Go's time package sees text in its errors: byte by byte, what is beyond printable ASCII as
 * {@code \xff}.
 */
public final class TimeQuote {
  private TimeQuote() {}

  public static String quote(String text) {
    return quoteBytes(bytes(text));
  }

  /** {@link #quote} of what {@link #bytes} gave. */
  static String quoteBytes(String bytes) {
    StringBuilder to = new StringBuilder(bytes.length() + 2).append('"');
    for (int i = 0; i < bytes.length(); i++) {
      char b = bytes.charAt(i);
      if (b < ' ' || b >= 0x80) {
        to.append("\\x")
            .append(Character.forDigit(b >> 4, 16))
            .append(Character.forDigit(b & 0xF, 16));
      } else {
        to.append(b == '"' || b == '\\' ? "\\" : "").append(b);
      }
    }
    return to.append('"').toString();
  }

  /** The text with one character a byte, so that places in it are Go's. */
  public static String bytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new String(LosslessUtf8.encode(text), ISO_8859_1);
      }
    }
    return text;
  }
}
