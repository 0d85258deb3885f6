package io.usagecollector.bloblang.lint;

import io.usagecollector.bloblang.CompileError;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.extension.Library;
import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts every rule to a mapping. */
public final class Linter {
  private static final Comparator<Finding> IN_ORDER =
      Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column);

  private Linter() {}

  /** What the rules find in a mapping that compiles, in the order of its text. */
  public static List<Finding> look(Program program, boolean mutation, Library library) {
    Tree tree = new Tree(program, mutation, library);
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : Rules.all()) {
      rule.check().look(tree).stream()
          .map(hit -> finding(rule, hit, program.source()))
          .forEach(findings::add);
    }
    return findings.stream().sorted(IN_ORDER).toList();
  }

  private static Finding finding(Rule rule, Rule.Hit hit, Source source) {
    return new Finding(
        rule.name(),
        rule.severity(),
        source.file(),
        source.line(hit.at()),
        source.column(hit.at()),
        source.lineText(hit.at()),
        hit.message(),
        rule.meaning(),
        hit.suggestion());
  }

  /** What keeps a mapping from compiling, as findings. */
  public static List<Finding> errors(CompileException e) {
    return e.errors().stream().map(Linter::error).toList();
  }

  private static Finding error(CompileError error) {
    return new Finding(
        "compile",
        Severity.ERROR,
        error.file(),
        error.line(),
        error.column(),
        error.source(),
        error.message(),
        "",
        "");
  }
}
