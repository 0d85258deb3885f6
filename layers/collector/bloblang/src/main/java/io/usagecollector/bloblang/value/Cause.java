package io.usagecollector.bloblang.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an evaluation failed, in the forms that wrapping tells apart. Texts are made only when
 * somebody reads them.
 */
sealed interface Cause {
  /** {@code expected A, B or C value, got T from SRC (VALUE)}. */
  record WrongType(Value got, List<String> expected, @Nullable String source) implements Cause {}

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
}
