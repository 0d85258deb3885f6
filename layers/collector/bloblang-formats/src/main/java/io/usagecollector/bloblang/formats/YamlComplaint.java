package io.usagecollector.bloblang.formats;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What is wrong with a YAML text, in the words of Go's yaml.v3, which mappings see in {@code
 * catch}. Both parsers descend from libyaml; this one words some of its findings anew.
 */
final class YamlComplaint {
  private YamlComplaint() {}

  static String of(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked
        ? "yaml: " + place(marked) + problem(marked)
        : "yaml: " + e.getMessage();
  }

  /** Upstream names no line that is the first, and the line before where its parser complains. */
  private static String place(MarkedYamlEngineException e) {
    int line = line(e.getContextMark()) != 0 ? line(e.getContextMark()) : line(e.getProblemMark());
    if (line == 0) {
      return "";
    }
    return "line " + (e instanceof ScannerException ? line + 1 : line) + ": ";
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0);
  }

  private static String problem(MarkedYamlEngineException e) {
    String problem = e.getProblem();
    if (problem.startsWith("expected ',' or ")) {
      return "did not find " + problem.substring(0, "expected ',' or ']'".length());
    }
    if (problem.startsWith("expected <block end>")) {
      boolean mapping = e.getContext() != null && e.getContext().contains("mapping");
      return "did not find expected " + (mapping ? "key" : "'-' indicator");
    }
    if (problem.contains("cannot start any token")) {
      return "found character that cannot start any token";
    }
    if (problem.startsWith("found undefined alias ")) {
      return "unknown anchor '"
          + problem.substring("found undefined alias ".length())
          + "' referenced";
    }
    if (problem.startsWith("found unknown escape character")) {
      return "found unknown escape character";
    }
    return (problem.startsWith("sequence entries") ? "block " + problem : problem)
        .replace("are not allowed here", "are not allowed in this context");
  }
}
