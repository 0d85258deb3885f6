package io.usagecollector.bloblang.gotext;

/** What Go's number parsers share: their error texts and the rule for underscores. */
final class NumberSyntax {
  private NumberSyntax() {}

  static GoException invalid(String function, String text) {
    return new GoException(() -> prefix(function, text) + "invalid syntax");
  }

  static GoException outOfRange(String function, String text) {
    return new GoException(() -> prefix(function, text) + "value out of range");
  }

  private static String prefix(String function, String text) {
    return "strconv." + function + ": parsing " + Quote.quote(text) + ": ";
  }

  /** An underscore must stand between digits, or between a base prefix and a digit. */
  static boolean underscoresFit(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    boolean prefixed = hasBasePrefix(text, at);
    char last = prefixed ? '0' : '^';
    boolean hex = prefixed && (text.charAt(at + 1) | 0x20) == 'x';
    for (int i = prefixed ? at + 2 : at; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = isDigit(c) || (hex && isHexLetter(c));
      if (c == '_' ? last != '0' : !digit && last == '_') {
        return false;
      }
      last = digit ? '0' : c == '_' ? '_' : '!';
    }
    return last != '_';
  }

  private static boolean hasBasePrefix(String text, int at) {
    return text.length() >= at + 2
        && text.charAt(at) == '0'
        && "box".indexOf(text.charAt(at + 1) | 0x20) >= 0;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHexLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
  }
}
