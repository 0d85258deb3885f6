package io.usagecollector.cli.lint;

import io.usagecollector.cli.source.BareMapping;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.place.Position;
import io.usagecollector.tooling.lint.Finding;
import io.usagecollector.tooling.lint.Linter;
import java.nio.file.Path;
import java.util.List;

/** Looks through a file that is a mapping by itself. */
final class MappingLint {
  private MappingLint() {}

  static List<Remark> look(Path file, String text, EnvironmentVariables environment) {
    return new Linter(BareMapping.language(file, environment))
        .lint(text).stream().map(MappingLint::remark).toList();
  }

  private static Remark remark(Finding found) {
    Position at =
        found.file().isEmpty() ? new Position(found.line(), found.column()) : new Position(1, 1);
    String prefix =
        found.file().isEmpty()
            ? ""
            : found.file() + ":" + found.line() + ":" + found.column() + ": ";
    Remark plain = Remark.of(found, at);
    return new Remark(
        plain.rule(),
        plain.severity(),
        plain.at(),
        prefix + plain.message(),
        plain.meaning(),
        plain.suggestion());
  }
}
