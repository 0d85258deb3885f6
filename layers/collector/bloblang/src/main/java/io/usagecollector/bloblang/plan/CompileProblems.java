package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.CompileError;
import io.usagecollector.bloblang.syntax.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is wrong with a mapping, as it is found: the first hundred things, more tell nothing more.
 */
final class CompileProblems {
  private static final int MOST = 100;

  private final List<CompileError> errors = new ArrayList<>();
  private boolean onlyRefusals = true;

  void add(Source source, int offset, String message) {
    onlyRefusals = false;
    note(source, offset, message);
  }

  /** A known function or method that is not offered. */
  void refuse(Source source, int offset, String message) {
    note(source, offset, message);
  }

  private void note(Source source, int offset, String message) {
    if (!isFull()) {
      int line = source.line(offset);
      String text = text(source, line, offset);
      errors.add(new CompileError(source.file(), line, source.column(offset), text, message));
    }
  }

  /** The line; the same object for all that is wrong in it, since it may be the whole file. */
  private String text(Source source, int line, int offset) {
    return errors.stream()
        .filter(error -> error.line() == line && error.file().equals(source.file()))
        .findFirst()
        .map(CompileError::source)
        .orElseGet(() -> source.lineText(offset));
  }

  /** Whether nothing more is noted. */
  boolean isFull() {
    return errors.size() >= MOST;
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
