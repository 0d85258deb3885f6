package io.usagecollector.cli.test;

import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.unit.CaseResult;
import io.usagecollector.cli.unit.CaseRunner;
import io.usagecollector.cli.unit.Coverage;
import io.usagecollector.cli.unit.TestCase;
import io.usagecollector.cli.unit.TestFile;
import io.usagecollector.cli.unit.TestFileReader;
import io.usagecollector.cli.unit.TestFiles;
import io.usagecollector.cli.unit.UnusableTestsException;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code mapping test}: runs the unit tests of configurations and mappings. */
@CommandLine.Command(
    name = "test",
    description = {
      "Runs Benthos and Bento unit tests: <config>_bento_test.yaml, <config>_benthos_test.yaml,",
      "or tests: in a configuration. Ends with 1 if a test fails."
    })
public final class TestCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final EnvironmentVariables environment;

  @CommandLine.Parameters(
      paramLabel = "FILE",
      description = "Test files, configurations, or folders to look through (default: this one).")
  private List<Path> files = new ArrayList<>();

  @CommandLine.Option(
      names = "--coverage",
      description = "Lists the statements and branches that no test ran.")
  private boolean wantsCoverage;

  @CommandLine.Option(
      names = "--json",
      description = {
        "A line of JSON for each test: file, line, name, passed, failures;",
        "with --coverage one for each mapping file: file, points, percent, missed;",
        "at the end the summary: tests, failed, unusable."
      })
  private boolean json;

  public TestCommand(Terminal terminal, EnvironmentVariables environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    TestReport report = json ? new JsonTestReport(terminal) : new ReadableTestReport(terminal);
    @Nullable Coverage coverage = wantsCoverage ? new Coverage() : null;
    Path here = Path.of("");
    for (Path file : TestFiles.find(files.isEmpty() ? List.of(here) : files)) {
      run(file, coverage, report);
    }
    if (coverage != null) {
      coverage.files().forEach(report::covered);
    }
    return report.end();
  }

  private void run(Path path, @Nullable Coverage coverage, TestReport report) {
    try {
      TestFile file = TestFileReader.read(path, environment);
      report.begin(file);
      var runner = new CaseRunner(file, environment, coverage, report::notice);
      for (TestCase test : file.cases()) {
        CaseResult result = runner.run(test);
        report.ran(file, result);
      }
    } catch (UnusableTestsException e) {
      report.unusable(String.valueOf(e.getMessage()));
    }
  }
}
