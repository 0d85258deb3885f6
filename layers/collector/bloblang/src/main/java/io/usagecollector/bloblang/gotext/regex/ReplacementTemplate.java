package io.usagecollector.bloblang.gotext.regex;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;

/**
 * A replacement in Go's form: {@code $1}, {@code ${1}}, {@code $name}, {@code $$}. A name runs as
 * far as letters, digits and underscores do, so that {@code $1x} is the group named {@code 1x}; a
 * group that is not there is empty.
 */
public final class ReplacementTemplate {
  private final List<Piece> pieces;

  private ReplacementTemplate(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** Literal text, or a group by number or by name. */
  private sealed interface Piece {
    record Literal(String text) implements Piece {}

    record Numbered(int group) implements Piece {}

    record Named(String group) implements Piece {}
  }

  /** Every text is a template: a dollar that begins nothing stands for itself. */
  public static ReplacementTemplate compile(String text) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '$' ? groupEnd(text, at + 1) : -1;
      if (end > 0) {
        pieces.add(new Piece.Literal(literal.toString()));
        literal.setLength(0);
        pieces.add(group(text.substring(at + 1, end)));
        at = end;
      } else {
        literal.append(c);
        at += text.startsWith("$$", at) ? 2 : 1;
      }
    }
    pieces.add(new Piece.Literal(literal.toString()));
    return new ReplacementTemplate(List.copyOf(pieces));
  }

  /** Where a group's name ends, braces included; negative if none begins here. */
  private static int groupEnd(String text, int from) {
    boolean braced = text.startsWith("{", from);
    int start = braced ? from + 1 : from;
    int end = start;
    while (end < text.length() && isNamePart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    if (end == start || (braced && !text.startsWith("}", end))) {
      return -1;
    }
    return braced ? end + 1 : end;
  }

  private static boolean isNamePart(int rune) {
    return Character.isLetter(rune) || Character.isDigit(rune) || rune == '_';
  }

  private static Piece group(String written) {
    String name = written.startsWith("{") ? written.substring(1, written.length() - 1) : written;
    boolean number = name.length() <= 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean leadingZero = name.length() > 1 && name.charAt(0) == '0';
    return number && !leadingZero
        ? new Piece.Numbered(Integer.parseInt(name))
        : new Piece.Named(name);
  }

  /** Writes the replacement of the current match. */
  void expand(Matcher match, StringBuilder to, Meter meter) {
    for (Piece piece : pieces) {
      String text =
          switch (piece) {
            case Piece.Literal literal -> literal.text();
            case Piece.Numbered number -> group(match, number.group());
            case Piece.Named name ->
                group(match, match.pattern().namedGroups().getOrDefault(name.group(), -1));
          };
      meter.length((long) to.length() + text.length());
      to.append(text);
    }
  }

  private static String group(Matcher match, int group) {
    String text = group >= 0 && group <= match.groupCount() ? match.group(group) : null;
    return text == null ? "" : text;
  }
}
