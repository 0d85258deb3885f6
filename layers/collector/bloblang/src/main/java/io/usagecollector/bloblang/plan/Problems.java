package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.CompileError;
import io.usagecollector.bloblang.syntax.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a mapping, as it is found. */
final class Problems {
  private final List<CompileError> errors = new ArrayList<>();
  private boolean onlyRefusals = true;

  void add(Source source, int offset, String message) {
    onlyRefusals = false;
    errors.add(error(source, offset, message));
  }

  /** A known function or method that is not offered. */
  void refuse(Source source, int offset, String message) {
    errors.add(error(source, offset, message));
  }

  private static CompileError error(Source source, int offset, String message) {
    return new CompileError(
        source.file(),
        source.line(offset),
        source.column(offset),
        source.lineText(offset),
        message);
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  boolean onlyRefusals() {
    return onlyRefusals;
  }

  /** By file, the mapping's own first, and in the order of the text. */
  List<CompileError> errors() {
    return errors.stream()
        .sorted(
            Comparator.comparing(CompileError::file)
                .thenComparingInt(CompileError::line)
                .thenComparingInt(CompileError::column))
        .toList();
  }
}
