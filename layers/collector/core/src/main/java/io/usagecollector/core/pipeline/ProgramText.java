package io.usagecollector.core.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A mapping's text: what the compiler is given, with variables put in, and the way back from a
 * place in it to the file as written.
 */
final class ProgramText {
  /** A piece of the text, and what stands in its place once variables are put in. */
  private record Part(Template.Piece piece, String expanded) {}

  private final ConfigNode.Scalar scalar;
  private final List<Part> parts;
  private final String expanded;

  ProgramText(ConfigNode.Scalar scalar, Values values) {
    this.scalar = scalar;
    this.parts =
        scalar.text().pieces().stream()
            .map(piece -> new Part(piece, values.expand(piece)))
            .toList();
    this.expanded = parts.stream().map(Part::expanded).collect(Collectors.joining());
  }

  /** The text at a node; empty, with a problem, where it is no text or a variable is missing. */
  static Optional<ProgramText> read(ConfigNode node, String path, Values values) {
    return values
        .text(node, path)
        .flatMap(_ ->
            node instanceof ConfigNode.Scalar scalar
                ? Optional.of(new ProgramText(scalar, values))
                : Optional.empty());
  }

  /** The text to compile. */
  String expanded() {
    return expanded;
  }

  /** The place in the file of a place in the text; both count from one. */
  Position at(int line, int column) {
    int start = lineStart(line);
    int ahead =
        Math.min(Math.max(0, column - 1), expanded.codePointCount(start, expanded.length()));
    return scalar.places().at(writtenOffset(expanded.offsetByCodePoints(start, ahead)));
  }

  private int writtenOffset(int expandedOffset) {
    int passed = 0;
    int written = 0;
    for (Part part : parts) {
      int length = part.expanded().length();
      if (expandedOffset < passed + length) {
        return part.piece() instanceof Template.Plain ? written + expandedOffset - passed : written;
      }
      passed += length;
      written += part.piece().written().length();
    }
    return written + expandedOffset - passed;
  }

  private int lineStart(int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int next = expanded.indexOf('\n', start);
      if (next < 0) {
        return expanded.length();
      }
      start = next + 1;
    }
    return start;
  }

  /** Whether it is a mock's, and so no part of the file. */
  boolean isMock() {
    return scalar.style() == ConfigNode.Style.MOCKED;
  }

  /** A line of the text as written, references and all; counts from one. */
  String written(int line) {
    return scalar.text().written().lines().skip(line - 1L).findFirst().orElse("");
  }

  /** Whether a reference stands on a line of the text, so that its words may be a value's. */
  boolean hasReferenceOn(int line) {
    int start = lineStart(line);
    int end = expanded.indexOf('\n', start);
    return referenceWithin(start, end < 0 ? expanded.length() : end);
  }

  private boolean referenceWithin(int start, int end) {
    int at = 0;
    for (Part part : parts) {
      int next = at + part.expanded().length();
      if (part.piece() instanceof Template.Reference && at <= end && next >= start) {
        return true;
      }
      at = next;
    }
    return false;
  }

  /** The values put in for references. */
  Set<String> substituted() {
    return parts.stream()
        .filter(part -> part.piece() instanceof Template.Reference)
        .map(Part::expanded)
        .filter(Predicate.not(String::isBlank))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
