package io.usagecollector.cli.terminal;

/** Sentences on a screen. */
public final class Paragraph {
  private static final int WIDTH = 100;

  private Paragraph() {}

  /** The words in lines, those after the first moved in. */
  public static String wrap(String words, int indent) {
    var wrapped = new StringBuilder();
    int column = indent;
    for (String word : words.split(" ", -1)) {
      if (column > indent && column + word.length() > WIDTH) {
        wrapped.setLength(wrapped.length() - 1);
        wrapped.append('\n').append(" ".repeat(indent));
        column = indent;
      }
      wrapped.append(word).append(' ');
      column += word.length() + 1;
    }
    return wrapped.toString().stripTrailing();
  }

  /** {@code 1 file}, {@code 2 files}. */
  public static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
