package io.usagecollector.tooling.lint;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileError;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.DeepStack;
import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.Source;
import io.usagecollector.bloblang.syntax.parser.Parser;
import io.usagecollector.tooling.lint.rule.Rule;
import io.usagecollector.tooling.lint.rule.Severity;
import io.usagecollector.tooling.lint.tree.MappingTree;
import java.util.Comparator;
import java.util.List;

/**
 * Looks at mappings for what is legal and bills what was not meant. Immutable.
 *
 * <p>It reads the text once more than the compiler does, with the language's own parser: the one
 * place outside of the language that sees its syntax trees.
 */
public final class Linter {
  private static final Comparator<Finding> IN_ORDER =
      Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column);

  private final Bloblang language;

  /**
   * @param language what the mappings are compiled with: its functions, methods and imports
   */
  public Linter(Bloblang language) {
    this.language = language;
  }

  /**
   * Looks at what the processors {@code mapping} and {@code bloblang} run.
   *
   * @return what keeps it from compiling, or what the rules find, in the order of its text
   */
  public List<Finding> lint(String text) {
    try {
      language.compile(text);
      return look(text, false);
    } catch (CompileException e) {
      return errors(e);
    }
  }

  /** As {@link #lint}, for what the processor {@code mutation} runs. */
  public List<Finding> lintMutation(String text) {
    try {
      language.compileMutation(text);
      return look(text, true);
    } catch (CompileException e) {
      return errors(e);
    }
  }

  /** Of a text that compiles. */
  private List<Finding> look(String text, boolean mutation) {
    return DeepStack.call(() -> {
      Program program = Parser.parse(text, language.imports()).program();
      MappingTree tree = new MappingTree(program, mutation, language.library());
      return Rules.all().stream()
          .flatMap(rule ->
              rule.check().look(tree).stream().map(hit -> finding(rule, hit, program.source())))
          .sorted(IN_ORDER)
          .toList();
    });
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

  /** What keeps a mapping from compiling. */
  private static List<Finding> errors(CompileException e) {
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
