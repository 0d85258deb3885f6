package io.usagecollector.bloblang.gotext.html;

/** Go's {@code html.EscapeString} and {@code UnescapeString}. */
public final class Html {
  private static final int LONGEST_WITHOUT_SEMICOLON = 6;

  /** What the numbers 0x80 to 0x9F stand for, by the HTML standard: Windows-1252. */
  private static final String WINDOWS =
      "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
          + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

  private Html() {}

  /** Escapes {@code < > & ' "}; the quotes as numbers. */
  public static String escape(String text) {
    StringBuilder to = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> to.append("&amp;");
        case '<' -> to.append("&lt;");
        case '>' -> to.append("&gt;");
        case '\'' -> to.append("&#39;");
        case '"' -> to.append("&#34;");
        default -> to.append(c);
      }
    }
    return to.toString();
  }

  /** Replaces every entity, by name or number; old names also without their semicolon. */
  public static String unescape(String text) {
    StringBuilder to = new StringBuilder(text.length());
    int at = 0;
    for (int amp = text.indexOf('&'); amp >= 0; amp = text.indexOf('&', at)) {
      to.append(text, at, amp);
      at = text.startsWith("#", amp + 1) ? number(text, amp, to) : name(text, amp, to);
    }
    return to.append(text, at, text.length()).toString();
  }

  /** Replaces a numeric entity; answers where the text goes on. */
  private static int number(String text, int amp, StringBuilder to) {
    boolean hex = amp + 2 < text.length() && (text.charAt(amp + 2) | 0x20) == 'x';
    int from = amp + (hex ? 3 : 2);
    int at = from;
    int value = 0;
    while (at < text.length() && digit(text.charAt(at), hex ? 16 : 10) >= 0) {
      value = value * (hex ? 16 : 10) + digit(text.charAt(at), hex ? 16 : 10);
      at++;
    }
    boolean closed = at < text.length() && text.charAt(at) == ';';
    // Go counts the semicolon, so that "&#x;" is a number too, but "&#;" is none.
    int end = closed ? at + 1 : at;
    if (text.length() - amp <= 3 || end - amp <= 3) {
      to.append('&');
      return amp + 1;
    }
    to.appendCodePoint(character(value));
    return end;
  }

  private static int digit(char c, int radix) {
    return c < 0x80 ? Character.digit(c, radix) : -1;
  }

  private static int character(int value) {
    if (value >= 0x80 && value <= 0x9F) {
      return WINDOWS.charAt(value - 0x80);
    }
    boolean fits =
        value > 0 && value <= Character.MAX_CODE_POINT && (value < 0xD800 || value > 0xDFFF);
    return fits ? value : 0xFFFD;
  }

  /** Replaces a named entity; answers where the text goes on. */
  private static int name(String text, int amp, StringBuilder to) {
    int end = amp + 1;
    while (end < text.length() && isAlphanumeric(text.charAt(end))) {
      end++;
    }
    String name = text.substring(amp + 1, end);
    boolean closed = end < text.length() && text.charAt(end) == ';';
    String whole = Entities.of(closed ? name + ";" : name);
    if (!whole.isEmpty()) {
      to.append(whole);
      return closed ? end + 1 : end;
    }
    int longest = Math.min(closed ? name.length() : name.length() - 1, LONGEST_WITHOUT_SEMICOLON);
    for (int length = longest; length > 1; length--) {
      String prefix = Entities.of(name.substring(0, length));
      if (!prefix.isEmpty()) {
        to.append(prefix);
        return amp + 1 + length;
      }
    }
    to.append(text, amp, closed ? end + 1 : end);
    return closed ? end + 1 : end;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
