package io.usagecollector.cli.source;

import io.usagecollector.bloblang.CompileError;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.finding.Problem;
import io.usagecollector.core.config.reading.VeiledText;
import java.nio.file.Path;
import java.util.List;

/** What is wrong with a file, as people read it: the place, the words, the line and a caret. */
public final class Complaints {
  private Complaints() {}

  /**
   * About a configuration.
   *
   * @param file what it is called; a complaint may be about another, such as a mock
   * @param text its text, as written
   */
  public static List<String> of(ConfigException e, String file, String text) {
    String shown = e.file().equals(file) ? VeiledText.of(text) : "";
    return e.problems().stream().map(problem -> of(problem, e.file(), shown)).toList();
  }

  private static String of(Problem problem, String file, String text) {
    return problem
        .at()
        .map(at ->
            new Place(file, at.line(), at.column())
                + ": "
                + problem.text()
                + Excerpt.of(text, at.line(), at.column()).map(shown -> "\n" + shown).orElse(""))
        .orElse(file + ": " + problem.text());
  }

  /** About a mapping in a file of its own; what it imports is beside it. */
  public static List<String> of(CompileException e, Path file) {
    return e.errors().stream().map(error -> of(error, file)).toList();
  }

  private static String of(CompileError error, Path file) {
    Path in = error.file().isEmpty() ? file : file.resolveSibling(error.file()).normalize();
    return new Place(in.toString(), error.line(), error.column())
        + ": "
        + error.message()
        + "\n"
        + Excerpt.ofLine(error.line(), error.source(), error.column());
  }
}
