package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.value.Value;
import org.jspecify.annotations.Nullable;

/** What is not as it should be. */
public sealed interface Mismatch {
  /** Said in words. */
  record Said(String text) implements Mismatch {}

  /** Another text. */
  record Content(String expected, String received) implements Mismatch {}

  /** A text in which a pattern is not found. */
  record Unmatched(String pattern, String received) implements Mismatch {}

  /** Another value of a metadata key; null where there is none. */
  record Metadata(String key, Value expected, @Nullable Value received) implements Mismatch {}

  /**
   * Another document.
   *
   * @param expected pretty JSON
   * @param received pretty JSON; what was not asked for is left out
   */
  record Document(String expected, String received) implements Mismatch {}
}
