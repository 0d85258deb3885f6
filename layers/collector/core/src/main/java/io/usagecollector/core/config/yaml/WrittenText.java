package io.usagecollector.core.config.yaml;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value of the file with its references to environment variables still in it.
 *
 * @param pieces in the order they are written
 */
public record WrittenText(List<Piece> pieces) {
  public WrittenText {
    pieces = List.copyOf(pieces);
  }

  public static WrittenText of(String plain) {
    return new WrittenText(List.of(new Plain(plain)));
  }

  /** A stretch of text, or what stands for one. */
  public sealed interface Piece {
    /** As it stands in the file. */
    public String written();
  }

  /** Text that means itself. */
  public record Plain(String text) implements Piece {
    @Override
    public String written() {
      return text;
    }
  }

  /** {@code ${{NAME}}}: means {@code ${NAME}}, and no variable. */
  public record Escaped(String written, String text) implements Piece {}

  /** {@code ${NAME}} or {@code ${NAME:otherwise}}. */
  public record Reference(String written, String name, @Nullable String otherwise)
      implements Piece {}

  /** As it stands in the file: the only form that may be shown. */
  public String written() {
    return pieces.stream().map(Piece::written).collect(Collectors.joining());
  }

  public List<Reference> references() {
    return pieces.stream().filter(Reference.class::isInstance).map(Reference.class::cast).toList();
  }

  /** Whether one reference is all there is, so that a variable's value is the whole value. */
  public boolean isOneReference() {
    return pieces.size() == 1 && pieces.getFirst() instanceof Reference;
  }
}
