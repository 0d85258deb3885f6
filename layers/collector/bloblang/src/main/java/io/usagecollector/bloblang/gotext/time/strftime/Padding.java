package io.usagecollector.bloblang.gotext.time.strftime;

/**
 * How a strftime conversion fills its columns.
 *
 * @param fill the character to fill with; NUL for none
 * @param asked whether a flag asked for it, so that conversions keep it in place of their own
 * @param width columns asked for, 0 for none
 */
record Padding(char fill, boolean asked, int width) {
  static final Padding DEFAULT = new Padding('0', false, 0);

  Padding with(char newFill) {
    return new Padding(newFill, true, width);
  }

  Padding width(int columns) {
    return new Padding(asked && fill == 0 ? ' ' : fill, asked, columns);
  }

  /** For conversions that fill with blanks unless told otherwise. */
  Padding orBlank() {
    return asked ? this : new Padding(' ', false, width);
  }

  Padding atLeast(int columns) {
    return new Padding(fill, asked, Math.max(width, columns));
  }

  Padding or(int columns) {
    return new Padding(fill, asked, width == 0 ? columns : width);
  }

  /** A number; zeros go between a sign and the digits. */
  String number(long number) {
    return fill(Long.toString(number));
  }

  /** A number's text with its sign. */
  String fill(String text) {
    int missing = fill == 0 ? 0 : Math.max(0, width - text.length());
    boolean signed = fill == '0' && (text.startsWith("-") || text.startsWith("+"));
    String filled = Character.toString(fill).repeat(missing);
    return signed ? text.charAt(0) + filled + text.substring(1) : filled + text;
  }

  /** A word, given its length in bytes. */
  String word(String text, int length) {
    return fill == 0
        ? text
        : Character.toString(asked ? fill : ' ').repeat(Math.max(0, width - length)) + text;
  }
}
