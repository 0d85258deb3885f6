package io.usagecollector.core.config.mapping;

import io.usagecollector.core.config.reading.ConfigValues;
import io.usagecollector.core.config.yaml.WrittenText;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.place.Lines;
import io.usagecollector.core.place.Position;
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
public final class MappingText implements Lines {
  /** A piece of the text, and what stands in its place once variables are put in. */
  private record Part(WrittenText.Piece piece, String expanded) {}

  private final YamlNode.Scalar scalar;
  private final List<Part> parts;
  private final String expanded;

  MappingText(YamlNode.Scalar scalar, ConfigValues values) {
    this.scalar = scalar;
    this.parts =
        scalar.text().pieces().stream()
            .map(piece -> new Part(piece, values.expand(piece)))
            .toList();
    this.expanded = parts.stream().map(Part::expanded).collect(Collectors.joining());
  }

  /** The text at a node; empty, with a problem, where it is no text or a variable is missing. */
  public static Optional<MappingText> read(YamlNode node, String path, ConfigValues values) {
    return values
        .text(node, path)
        .flatMap(_ ->
            node instanceof YamlNode.Scalar scalar
                ? Optional.of(new MappingText(scalar, values))
                : Optional.empty());
  }

  /** The text to compile. */
  String expanded() {
    return expanded;
  }

  @Override
  public Position at(int line, int column) {
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
        return part.piece() instanceof WrittenText.Plain
            ? written + expandedOffset - passed
            : written;
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
    return scalar.style() == YamlNode.Style.MOCKED;
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
      if (part.piece() instanceof WrittenText.Reference && at <= end && next >= start) {
        return true;
      }
      at = next;
    }
    return false;
  }

  /** The values put in for references. */
  Set<String> substituted() {
    return parts.stream()
        .filter(part -> part.piece() instanceof WrittenText.Reference)
        .map(Part::expanded)
        .filter(Predicate.not(String::isBlank))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
