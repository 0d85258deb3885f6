package io.usagecollector.bloblang.gotext;

import java.util.Locale;

/**
 * Title case as {@code x/text/cases} has it for English: the first cased letter of a word large,
 * the rest small. Words end where Unicode says so; digits, marks and an inner apostrophe or full
 * stop do not end one.
 */
public final class TitleCase {
  /** Punctuation that joins two letters, but not twice in a row. */
  private static final String MIDDLE =
      "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a";

  private TitleCase() {}

  public static String of(String text) {
    StringBuilder to = new StringBuilder(text.length());
    boolean inWord = false;
    boolean afterMiddle = false;
    for (int at = 0; at < text.length(); ) {
      int rune = text.codePointAt(at);
      int end = at + Character.charCount(rune);
      boolean middle = MIDDLE.indexOf(rune) >= 0;
      inWord &= !(middle && afterMiddle);
      if (isCased(rune)) {
        to.append(inWord ? lower(text, at, rune) : title(rune));
        inWord = true;
      } else {
        to.appendCodePoint(rune);
        inWord &= middle || (joins(rune) && !GoUnicode.isLater(rune));
      }
      afterMiddle = middle;
      at = end;
    }
    return to.toString();
  }

  private static boolean isCased(int rune) {
    boolean cased =
        Character.isUpperCase(rune) || Character.isLowerCase(rune) || Character.isTitleCase(rune);
    return cased && !GoUnicode.isLater(rune);
  }

  /** Whether an uncased character continues a word. */
  private static boolean joins(int rune) {
    return switch (Character.getType(rune)) {
      case Character.OTHER_LETTER, Character.MODIFIER_LETTER -> !isWrittenWithoutSpaces(rune);
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.CONNECTOR_PUNCTUATION ->
          true;
      case Character.FORMAT -> rune != 0x200B;
      default -> rune == 0x202F;
    };
  }

  private static boolean isWrittenWithoutSpaces(int rune) {
    return Character.isIdeographic(rune)
        || switch (Character.UnicodeScript.of(rune)) {
          case HIRAGANA,
              KATAKANA,
              THAI,
              LAO,
              KHMER,
              MYANMAR,
              TAI_LE,
              NEW_TAI_LUE,
              TAI_THAM,
              TAI_VIET ->
              true;
          default -> false;
        };
  }

  /** Full lower case; sigma at the end of a word is final. */
  private static String lower(String text, int at, int rune) {
    return rune == '\u03a3' && !letterFollows(text, at + 1)
        ? "\u03c2"
        : Character.toString(rune).toLowerCase(Locale.ROOT);
  }

  private static boolean letterFollows(String text, int from) {
    for (int at = from; at < text.length(); ) {
      int rune = text.codePointAt(at);
      at += Character.charCount(rune);
      if (!isIgnorable(rune)) {
        return isCased(rune);
      }
    }
    return false;
  }

  private static boolean isIgnorable(int rune) {
    return switch (Character.getType(rune)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> MIDDLE.indexOf(rune) >= 0;
    };
  }

  /** Full title case: a ligature of which only the first letter is large. */
  private static String title(int rune) {
    String upper = Character.toString(rune).toUpperCase(Locale.ROOT);
    int simple = Character.toTitleCase(rune);
    if (upper.codePointCount(0, upper.length()) == 1 || simple != rune) {
      return Character.toString(simple);
    }
    int first = upper.codePointAt(0);
    return rune == 0x149
        ? upper
        : Character.toString(first)
            + upper.substring(Character.charCount(first)).toLowerCase(Locale.ROOT);
  }
}
