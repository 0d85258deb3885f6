package io.usagecollector.core.config.yaml;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value of the file with its references to environment variables still in it.
 *
 * @param pieces in the order they are written
 */
public record WrittenText(List<Piece> pieces) {
  /** What is said, after the name of its holder, of what begins as a reference and is none. */
  public static final String NO_REFERENCE =
      " holds ${ that begins no reference: known are ${NAME} and ${NAME:default}, and ${{NAME}} for"
          + " the text ${NAME}";

  /** Begins as a reference; what is left in plain text was none. An exclamation mark is a query. */
  private static final Pattern UNKNOWN = Pattern.compile("\\$\\{(?!!)");

  /** Begins a query, which some texts of processors run. */
  private static final String QUERY = "${!";

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

  /** Whether some of it begins as a reference and is none. */
  public boolean holdsNoReference() {
    return pieces.stream()
        .anyMatch(piece -> piece instanceof Plain(String text) && UNKNOWN.matcher(text).find());
  }

  /** Whether some of it begins a query. */
  public boolean holdsQuery() {
    return pieces.stream()
        .anyMatch(piece -> piece instanceof Plain(String text) && text.contains(QUERY));
  }

  public List<Reference> references() {
    return pieces.stream().filter(Reference.class::isInstance).map(Reference.class::cast).toList();
  }

  /** Whether one reference is all there is, so that a variable's value is the whole value. */
  public boolean isOneReference() {
    return pieces.size() == 1 && pieces.getFirst() instanceof Reference;
  }
}
