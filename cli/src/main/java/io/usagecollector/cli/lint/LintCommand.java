package io.usagecollector.cli.lint;

import io.usagecollector.cli.source.InputFile;
import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.core.config.reading.VeiledText;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.place.Position;
import io.usagecollector.tooling.lint.rule.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code mapping lint}: what is wrong with a configuration, and what bills something else. */
@CommandLine.Command(
    name = "lint",
    description = {
      "Looks through configurations, and mappings in files of their own (*.blobl).",
      "",
      "error    it does not run",
      "warning  it runs, and may bill what is not meant (the rules: docs/lint.md)",
      "notice   it runs and bills as written; something is taken otherwise, or could be written"
          + " better",
      "",
      "Environment variables need not be set: placeholders stand in for them.",
      ""
    },
    footer = {
      "",
      "With --json, a line a finding: {\"file\", \"line\", \"column\", \"severity\", \"rule\","
          + " \"message\",",
      "\"meaning\", \"suggestion\"}; without line and column where it is not in the file.",
      "Exit status: 0 no error (with --strict: nor warning), 1 some, 2 a file cannot be read."
    })
public final class LintCommand implements Callable<Integer> {
  private static final Comparator<Remark> IN_ORDER =
      Comparator.comparing(remark -> remark.at().orElse(new Position(1, 1)));

  private final Terminal terminal;
  private final EnvironmentVariables environment;

  @CommandLine.Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "What to look at. Of a folder, or of a folder and /... behind it, all mappings (*.blobl) and"
            + " configurations (*.yaml, *.yml) below it, hidden folders and test files excepted."
      })
  private List<Path> files = List.of();

  @CommandLine.Option(names = "--strict", description = "Warnings fail, too.")
  private boolean strict;

  @CommandLine.Option(names = "--json", description = "Prints JSON Lines.")
  private boolean json;

  public LintCommand(Terminal terminal, EnvironmentVariables environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    var counts = new EnumMap<Severity, Integer>(Severity.class);
    var report = new LintReport(terminal);
    List<Path> found = LintFiles.find(files, terminal);
    for (Path file : found) {
      String text = InputFile.text(file);
      String shown = InputFile.isMapping(file) ? text : VeiledText.of(text);
      for (Remark remark : look(file, text)) {
        counts.merge(remark.severity(), 1, Integer::sum);
        if (json) {
          terminal.json(remark.json(file.toString()));
        } else {
          report.print(file.toString(), shown, remark);
        }
      }
    }
    if (!json) {
      report.summary(found.size(), counts);
    }
    return status(counts);
  }

  private List<Remark> look(Path file, String text) {
    List<Remark> remarks =
        InputFile.isMapping(file)
            ? MappingLint.look(file, text, environment)
            : ConfigLint.look(file, text, environment);
    return remarks.stream().distinct().sorted(IN_ORDER).toList();
  }

  private int status(Map<Severity, Integer> counts) {
    boolean failed =
        counts.containsKey(Severity.ERROR) || (strict && counts.containsKey(Severity.WARNING));
    return failed ? ExitCode.FOUND : ExitCode.CLEAN;
  }
}
