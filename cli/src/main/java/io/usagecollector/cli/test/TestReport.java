package io.usagecollector.cli.test;

import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.cli.unit.CaseResult;
import io.usagecollector.cli.unit.Coverage;
import io.usagecollector.cli.unit.TestFile;
import java.util.HashSet;
import java.util.Set;

/** Tells how tests went, and counts them. */
abstract sealed class TestReport permits ReadableTestReport, JsonTestReport {
  final Terminal terminal;
  private final Set<String> told = new HashSet<>();
  private int tests;
  private int failed;
  private int unusable;

  TestReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A file's tests begin. */
  abstract void begin(TestFile file);

  /** A test was run. */
  final void ran(TestFile file, CaseResult result) {
    tests++;
    failed += result.passed() ? 0 : 1;
    show(file, result);
  }

  abstract void show(TestFile file, CaseResult result);

  /** A file, or what its tests run, cannot be used. */
  final void unusable(String why) {
    unusable++;
    terminal.out().flush();
    terminal.err().print(Terminal.harmless(why) + "\n");
    terminal.err().flush();
  }

  /** Something to know about a file; told once. */
  final void notice(String words) {
    if (told.add(words)) {
      terminal.out().flush();
      terminal.err().print(Terminal.harmless(words) + "\n");
      terminal.err().flush();
    }
  }

  abstract void covered(Coverage.Covered file);

  /** All tests were run: the summary, and the command's status. */
  final int end() {
    if (tests == 0 && unusable == 0) {
      throw new UnusableInputException(
          "no tests were found: name a test file, a configuration with tests, or a folder");
    }
    summary(tests, failed, unusable);
    return unusable > 0 ? ExitCode.USAGE : failed > 0 ? ExitCode.FOUND : ExitCode.CLEAN;
  }

  abstract void summary(int all, int notPassed, int files);
}
