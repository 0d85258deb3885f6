package io.usagecollector.core.pipeline;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A mapping's text: what the compiler is given, with variables put in, and the way back from a
 * place in it to the file as written.
 */
final class ProgramText {
  private final ConfigNode.Scalar scalar;
  private final Values values;

  ProgramText(ConfigNode.Scalar scalar, Values values) {
    this.scalar = scalar;
    this.values = values;
  }

  /** The text to compile. */
  String expanded() {
    return scalar.text().pieces().stream().map(values::expand).collect(Collectors.joining());
  }

  /** The place in the file of a place in the text; both count from one. */
  Position at(int line, int column) {
    String text = expanded();
    int start = lineStart(text, line);
    int offset = Math.min(text.length(), start + Math.max(0, column - 1));
    return inFile(writtenOffset(offset));
  }

  private Position inFile(int writtenOffset) {
    String written = scalar.text().written();
    String before = written.substring(0, Math.min(writtenOffset, written.length()));
    int line = (int) before.chars().filter(c -> c == '\n').count();
    int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
    return switch (scalar.style()) {
      case LITERAL -> new Position(scalar.at().line() + 1 + line, column + 1 + scalar.indent());
      case PLAIN -> line == 0 ? shifted(column) : scalar.at();
      case QUOTED -> line == 0 ? shifted(column + 1) : scalar.at();
    };
  }

  private Position shifted(int columns) {
    return new Position(scalar.at().line(), scalar.at().column() + columns);
  }

  private int writtenOffset(int expandedOffset) {
    int expanded = 0;
    int written = 0;
    for (Template.Piece piece : scalar.text().pieces()) {
      int length = values.expand(piece).length();
      if (expandedOffset < expanded + length) {
        return piece instanceof Template.Plain ? written + expandedOffset - expanded : written;
      }
      expanded += length;
      written += piece.written().length();
    }
    return written + expandedOffset - expanded;
  }

  private static int lineStart(String text, int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int next = text.indexOf('\n', start);
      if (next < 0) {
        return text.length();
      }
      start = next + 1;
    }
    return start;
  }

  /** Whether a reference stands on a line of the text, so that its words may be a value's. */
  boolean hasReferenceOn(int line) {
    String text = expanded();
    int start = lineStart(text, line);
    int end = text.indexOf('\n', start);
    return referenceWithin(start, end < 0 ? text.length() : end);
  }

  private boolean referenceWithin(int start, int end) {
    int at = 0;
    for (Template.Piece piece : scalar.text().pieces()) {
      int next = at + values.expand(piece).length();
      if (piece instanceof Template.Reference && at <= end && next >= start) {
        return true;
      }
      at = next;
    }
    return false;
  }

  /** The values put in for references. */
  Set<String> substituted() {
    List<Template.Reference> references = scalar.text().references();
    return references.stream()
        .map(values::expand)
        .filter(Predicate.not(String::isBlank))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
