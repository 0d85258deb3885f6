package io.usagecollector.bloblang.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an evaluation failed, in the forms that wrapping tells apart. Texts are made only when
 * somebody reads them.
 */
sealed interface Cause {
  /** {@code expected A, B or C value, got T from SRC (VALUE)}. */
  record WrongType(Value got, List<String> expected, @Nullable String source) implements Cause {
    private String words(boolean withValues) {
      StringBuilder out = new StringBuilder(expected.isEmpty() ? "unexpected value" : "expected ");
      if (!expected.isEmpty()) {
        out.append(listed()).append(" value");
      }
      out.append(", got ").append(got.kind());
      if (source != null) {
        out.append(" from ").append(source);
      }
      return out.append(withValues ? shown() : "").toString();
    }

    private String listed() {
      int last = expected.size() - 1;
      return last == 0
          ? expected.get(0)
          : String.join(", ", expected.subList(0, last)) + " or " + expected.get(last);
    }

    private String shown() {
      return switch (got) {
        case Str s -> " (\"" + s + "\")";
        case Bool b -> " (" + b + ")";
        case Num n -> " (" + n + ")";
        case Null n -> "";
        case Bin b -> "";
        case Time t -> "";
        case Arr a -> "";
        case Obj o -> "";
        case Absent a -> "";
        case Opaque o -> "";
        case Err e -> "";
      };
    }
  }

  /** {@code cannot OP types A (from X) and B (from Y)}. */
  record Mismatch(String operation, Kind left, String leftSource, Kind right, String rightSource)
      implements Cause {}

  /** There is no {@code this}: the message is no JSON, or no message is there. */
  record NoContext(String field) implements Cause {}

  /** Words; the value-free form leaves out what came from the event. */
  record Words(String text, String valueFree) implements Cause {}

  /** {@code SRC: cause}. */
  record From(String source, Cause cause) implements Cause {}

  /** {@code prefix: cause}. */
  record Wrapped(String prefix, String valueFreePrefix, Cause cause) implements Cause {}

  /** A failure told by other words where values must not show: it names what the event wrote. */
  record Hidden(String instead, Cause cause) implements Cause {}

  /** {@code failed assignment (line N): cause}. */
  record Assignment(int line, Cause cause) implements Cause {}

  /** A map was entered too deep. */
  record Stacks(String map, int limit) implements Cause {}

  /**
   * Its words.
   *
   * @param withValues whether they show what came from the event
   */
  default String text(boolean withValues) {
    return switch (this) {
      case WrongType c -> c.words(withValues);
      case Mismatch c ->
          "cannot %s types %s (from %s) and %s (from %s)"
              .formatted(c.operation(), c.left(), c.leftSource(), c.right(), c.rightSource());
      case NoContext c ->
          c.field().isEmpty()
              ? "context was undefined"
              : "context was undefined, unable to reference `" + c.field() + "`";
      case Words c -> withValues ? c.text() : c.valueFree();
      case From c -> c.source() + ": " + c.cause().text(withValues);
      case Wrapped c ->
          (withValues ? c.prefix() : c.valueFreePrefix()) + ": " + c.cause().text(withValues);
      case Hidden c -> withValues ? c.cause().text(true) : c.instead();
      case Assignment c ->
          "failed assignment (line " + c.line() + "): " + c.cause().text(withValues);
      case Stacks c ->
          "entering %s exceeded maximum allowed stacks of %d, this could be due to unbounded recursion"
              .formatted(c.map(), c.limit());
    };
  }
}
