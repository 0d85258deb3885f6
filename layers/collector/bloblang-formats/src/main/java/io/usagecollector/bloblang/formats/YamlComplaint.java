package io.usagecollector.bloblang.formats;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What is wrong with a YAML text, in the words of Go's yaml.v3, which mappings see in {@code
 * catch}. Both parsers descend from libyaml; this one words some of its findings anew.
 */
final class YamlComplaint {
  private static final String UNDEFINED = "found undefined alias ";
  private static final String NOT_ALPHANUMERIC = "expected alphabetic or numeric character";

  /** What this parser says, and what the other says instead. */
  private static final Map<String, String> WORDS =
      Map.of(
          "cannot start any token",
          "found character that cannot start any token",
          "expected the node content",
          "did not find expected node content",
          "unexpected character found",
          "did not find expected alphabetic or numeric character",
          NOT_ALPHANUMERIC,
          "did not find expected alphabetic or numeric character",
          "expected '<document start>'",
          "did not find expected <document start>",
          "expected chomping or indentation",
          "did not find expected comment or line break",
          "expected URI",
          "did not find expected tag URI",
          "expected ' ', but found",
          "did not find expected whitespace or line break",
          "expected hexadecimal",
          "did not find expected hexdecimal number",
          "found unknown escape character",
          "found unknown escape character");

  private YamlComplaint() {}

  static String of(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked
        ? "yaml: " + place(marked) + problem(marked)
        : "yaml: " + e.getMessage();
  }

  /** Upstream names no line that is the first, and the line before where its parser complains. */
  private static String place(MarkedYamlEngineException e) {
    if (e.getProblem().startsWith(UNDEFINED)) {
      return "";
    }
    int line = line(e.getContextMark()) != 0 ? line(e.getContextMark()) : problemLine(e);
    if (line == 0) {
      return "";
    }
    return "line " + (e instanceof ScannerException ? line + 1 : line) + ": ";
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0);
  }

  /** The end of a text that does not end its last line is in the line after it. */
  private static int problemLine(MarkedYamlEngineException e) {
    boolean unended =
        e instanceof ParserException
            && e.getProblemMark()
                .filter(mark -> mark.getPointer() >= mark.getBuffer().length)
                .filter(mark -> mark.getColumn() > 0)
                .isPresent();
    return line(e.getProblemMark()) + (unended ? 1 : 0);
  }

  private static String problem(MarkedYamlEngineException e) {
    String problem = e.getProblem();
    if (problem.startsWith("expected <block end>")) {
      boolean mapping = e.getContext() != null && e.getContext().contains("mapping");
      return "did not find expected " + (mapping ? "key" : "'-' indicator");
    }
    if (problem.startsWith("expected ',' or ")) {
      return "did not find " + problem.substring(0, "expected ',' or ']'".length());
    }
    if (problem.startsWith(UNDEFINED)) {
      return "unknown anchor '" + problem.substring(UNDEFINED.length()) + "' referenced";
    }
    if (problem.startsWith("expected URI, but found \"")) {
      return "did not find expected whitespace or line break";
    }
    if (isDirective(e) && problem.startsWith(NOT_ALPHANUMERIC)) {
      return "could not find expected directive name";
    }
    for (Map.Entry<String, String> words : WORDS.entrySet()) {
      if (problem.contains(words.getKey())) {
        return words.getValue();
      }
    }
    return (problem.startsWith("sequence entries") ? "block " + problem : problem)
        .replace("are not allowed here", "are not allowed in this context");
  }

  private static boolean isDirective(MarkedYamlEngineException e) {
    return e.getContext() != null && e.getContext().contains("directive");
  }
}
