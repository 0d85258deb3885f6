package io.usagecollector.core.config.finding;

import io.usagecollector.core.place.Position;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A configuration that cannot be used, with everything that is wrong with it. The message has a
 * line for each problem: {@code file:line:column: sentence}.
 */
public final class ConfigException extends RuntimeException {
  private static final Comparator<Problem> IN_FILE_ORDER =
      Comparator.comparing(problem -> problem.at().orElse(Position.START));

  private final String file;
  private final transient List<Problem> problems;

  ConfigException(String file, List<Problem> problems) {
    super(render(file, problems));
    this.file = file;
    this.problems = problems.stream().sorted(IN_FILE_ORDER).toList();
  }

  /** The name that errors call the configuration by. */
  public String file() {
    return file;
  }

  /** Every problem, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }

  private static String render(String file, List<Problem> problems) {
    return problems.stream()
        .sorted(IN_FILE_ORDER)
        .map(problem -> line(file, problem))
        .collect(Collectors.joining("\n"));
  }

  private static String line(String file, Problem problem) {
    return problem.at().map(at -> file + ":" + at).orElse(file) + ": " + problem.text();
  }
}
