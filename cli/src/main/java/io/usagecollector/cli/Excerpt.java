package io.usagecollector.cli;

import io.usagecollector.cli.Terminal.Tone;

/** A line of a file with a caret below the place meant. */
final class Excerpt {
  /** Lines longer than this are cut around the place: a screen is as wide. */
  private static final int WIDTH = 120;

  private Excerpt() {}

  /**
   * Prints the line and the caret.
   *
   * @param text the file's text
   * @param line from 1; a line that is not there prints nothing
   * @param column from 1, in characters
   */
  static void print(Terminal terminal, String text, int line, int column) {
    text.lines()
        .skip(line - 1L)
        .findFirst()
        .ifPresent(found -> print(terminal, line, Terminal.harmless(found), column));
  }

  private static void print(Terminal terminal, int line, String found, int column) {
    int length = found.codePointCount(0, found.length());
    int at = Math.clamp(column - 1L, 0, length);
    int from = Math.max(0, at - WIDTH * 2 / 3);
    String before = slice(found, from, at);
    String after = slice(found, at, Math.min(length, from + WIDTH));
    String number = String.valueOf(line);
    terminal.line(
        terminal.paint(Tone.DIM, "  " + number + " | ") + (from > 0 ? "…" : "") + before + after);
    String pad = (from > 0 ? " " : "") + before.replaceAll("[^\t]", " ");
    terminal.line(
        terminal.paint(Tone.DIM, "  " + " ".repeat(number.length()) + " | ")
            + pad
            + terminal.paint(Tone.ERROR, "^"));
  }

  private static String slice(String text, int from, int to) {
    return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }
}
