package io.usagecollector.bloblang.formats;

import java.util.PrimitiveIterator;

/**
 * What a text allows a scalar of it to look like, by the rules of libyaml's emitter.
 *
 * @param multiline whether line breaks are in it
 * @param plain whether it may stand unquoted
 * @param singleQuoted whether it may stand in single quotes
 * @param block whether it may stand as a block of lines
 */
record ScalarShape(boolean multiline, boolean plain, boolean singleQuoted, boolean block) {
  private static final ScalarShape EMPTY = new ScalarShape(false, true, true, false);

  static ScalarShape of(String text) {
    return text.isEmpty() ? EMPTY : new Look(text).shape();
  }

  static boolean isBreak(int c) {
    return c == '\r' || c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** What may stand there unescaped: no control character, nothing above U+FFFF, no BOM. */
  static boolean isPrintable(int c) {
    return c == '\n' || (c >= ' ' && c <= '~') || (c >= 0xA0 && c <= 0xFFFD && c != 0xFEFF);
  }

  /** One look over the text, from its first character to its last. */
  private static final class Look {
    private final String text;
    private boolean indicators;
    private boolean breaks;
    private boolean special;
    private boolean tabs;
    private boolean spaceBeforeBreak;
    private boolean breakBeforeSpace;
    private boolean afterSpace;
    private boolean afterBreak;
    private boolean afterBlank = true;

    Look(String text) {
      this.text = text;
      indicators = text.startsWith("---") || text.startsWith("...");
      PrimitiveIterator.OfInt codePoints = text.codePoints().iterator();
      int at = 0;
      while (codePoints.hasNext()) {
        int c = codePoints.nextInt();
        int next = at + Character.charCount(c);
        boolean beforeBlank = next == text.length() || isBlank(text.charAt(next));
        see(c, at == 0, beforeBlank);
        at = next;
      }
    }

    private void see(int c, boolean first, boolean beforeBlank) {
      indicators |=
          switch (c) {
            case ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' ->
                first;
            case '?', '-' -> first && beforeBlank;
            case ':' -> beforeBlank;
            case '#' -> afterBlank;
            default -> false;
          };
      tabs |= c == '\t';
      special |= c != '\t' && !isPrintable(c);
      breaks |= isBreak(c);
      breakBeforeSpace |= c == ' ' && afterBreak;
      spaceBeforeBreak |= isBreak(c) && afterSpace;
      afterSpace = c == ' ';
      afterBreak = isBreak(c);
      afterBlank = c == ' ' || c == '\t' || c == 0 || isBreak(c);
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t';
    }

    private static boolean isSpace(int c) {
      return c == ' ' || isBreak(c);
    }

    ScalarShape shape() {
      int last = text.codePointBefore(text.length());
      boolean bare = !isSpace(text.codePointAt(0)) && !isSpace(last);
      boolean quotable = !breakBeforeSpace && !spaceBeforeBreak && !tabs && !special;
      return new ScalarShape(
          breaks,
          bare && quotable && !breaks && !indicators,
          quotable,
          last != ' ' && !spaceBeforeBreak && !special);
    }
  }
}
