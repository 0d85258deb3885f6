package io.usagecollector.core.pipeline;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value of the file with its references to environment variables still in it.
 *
 * @param pieces in the order they are written
 */
record Template(List<Piece> pieces) {
  Template {
    pieces = List.copyOf(pieces);
  }

  static Template of(String plain) {
    return new Template(List.of(new Plain(plain)));
  }

  /** A stretch of text, or what stands for one. */
  sealed interface Piece {
    /** As it stands in the file. */
    String written();
  }

  /** Text that means itself. */
  record Plain(String text) implements Piece {
    @Override
    public String written() {
      return text;
    }
  }

  /** {@code ${{NAME}}}: means {@code ${NAME}}, and no variable. */
  record Escaped(String written, String text) implements Piece {}

  /** {@code ${NAME}} or {@code ${NAME:otherwise}}. */
  record Reference(String written, String name, @Nullable String otherwise) implements Piece {}

  /** As it stands in the file: the only form that may be shown. */
  String written() {
    return pieces.stream().map(Piece::written).collect(Collectors.joining());
  }

  List<Reference> references() {
    return pieces.stream().filter(Reference.class::isInstance).map(Reference.class::cast).toList();
  }

  /** Whether one reference is all there is, so that a variable's value is the whole value. */
  boolean isOneReference() {
    return pieces.size() == 1 && pieces.getFirst() instanceof Reference;
  }
}
