package io.usagecollector.ensure.request;

/**
 * Names as Go's JSON matches them: whatever their case by Unicode's simple folding, of which two
 * signs beyond ASCII fold into it, the long s and the Kelvin sign. Java's own comparison takes two
 * more for an i.
 */
final class AnyCase {
  private static final char LONG_S = '\u017f';
  private static final char KELVIN = '\u212a';

  private AnyCase() {}

  /**
   * Whether they are the same name.
   *
   * @param known of ASCII letters
   */
  static boolean same(String known, String name) {
    if (known.length() != name.length()) {
      return false;
    }
    for (int i = 0; i < known.length(); i++) {
      if (folded(known.charAt(i)) != folded(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char folded(char c) {
    return switch (c) {
      case LONG_S -> 's';
      case KELVIN -> 'k';
      default -> c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    };
  }
}
