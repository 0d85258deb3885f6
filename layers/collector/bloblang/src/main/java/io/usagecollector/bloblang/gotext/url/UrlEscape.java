package io.usagecollector.bloblang.gotext.url;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.LosslessUtf8;
import io.usagecollector.bloblang.gotext.Quote;
import io.usagecollector.bloblang.gotext.Utf8Writer;
import java.util.Arrays;

/** Percent-escapes and back, by the rules for a part of a URL. */
public final class UrlEscape {
  private static final String HEX = "0123456789ABCDEF";

  private UrlEscape() {}

  /** Go's {@code url.QueryEscape}. */
  public static String query(String text) {
    return escape(text, UrlPart.QUERY);
  }

  /** Go's {@code url.PathEscape}. */
  public static String path(String text) {
    return escape(text, UrlPart.PATH_SEGMENT);
  }

  /**
   * Go's {@code url.QueryUnescape}.
   *
   * @throws GoException {@code invalid URL escape "%zz"}
   */
  public static String unescapeQuery(String text) throws GoException {
    return unescape(text, UrlPart.QUERY);
  }

  /** Go's {@code url.PathUnescape}: a plus stays. */
  public static String unescapePath(String text) throws GoException {
    return unescape(text, UrlPart.PATH_SEGMENT);
  }

  static String escape(String text, UrlPart part) {
    StringBuilder to = new StringBuilder(text.length() + 16);
    for (byte signed : LosslessUtf8.encode(text)) {
      int b = signed & 0xFF;
      if (b == ' ' && part == UrlPart.QUERY) {
        to.append('+');
      } else if (part.mustEscape(b)) {
        to.append('%').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 0xF));
      } else {
        to.append((char) b);
      }
    }
    return to.toString();
  }

  static String unescape(String text, UrlPart part) throws GoException {
    byte[] in = LosslessUtf8.encode(text);
    Utf8Writer out = new Utf8Writer(in.length);
    for (int at = 0; at < in.length; at++) {
      int b = in[at] & 0xFF;
      if (b == '%') {
        out.write(escaped(in, at, part));
        at += 2;
      } else if (b == '+' && part == UrlPart.QUERY) {
        out.write(' ');
      } else {
        out.write(plain(b, part));
      }
    }
    return LosslessUtf8.decode(out.toByteArray());
  }

  private static int plain(int b, UrlPart part) throws GoException {
    if ((part == UrlPart.HOST || part == UrlPart.ZONE) && b < 0x80 && part.mustEscape(b)) {
      throw new GoException(
          () -> "invalid character " + Quote.quote(Character.toString(b)) + " in host name");
    }
    return b;
  }

  private static int escaped(byte[] in, int at, UrlPart part) throws GoException {
    int high = at + 2 < in.length ? Character.digit(in[at + 1], 16) : -1;
    int low = at + 2 < in.length ? Character.digit(in[at + 2], 16) : -1;
    int b = high * 16 + low;
    boolean fits =
        high >= 0
            && low >= 0
            && switch (part) {
              // A host may have escapes beyond ASCII only, a zone also what a host could hold.
              case HOST -> b >= 0x80 || b == '%';
              case ZONE -> b == '%' || b == ' ' || !UrlPart.HOST.mustEscape(b);
              case PATH, PATH_SEGMENT, USER, QUERY, FRAGMENT -> true;
            };
    if (!fits) {
      throw invalid(in, at);
    }
    return b;
  }

  private static GoException invalid(byte[] in, int at) {
    String shown = LosslessUtf8.decode(Arrays.copyOfRange(in, at, Math.min(at + 3, in.length)));
    return new GoException(() -> "invalid URL escape " + Quote.quote(shown));
  }
}
