package io.usagecollector.cli.test;

import io.usagecollector.bloblang.Tracer;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.Terminal.Tone;
import io.usagecollector.cli.unit.CaseResult;
import io.usagecollector.cli.unit.Coverage;
import io.usagecollector.cli.unit.TestFile;

/** For people. */
final class ReadableTestReport extends TestReport {
  private final MismatchText mismatches;

  ReadableTestReport(Terminal terminal) {
    super(terminal);
    this.mismatches = new MismatchText(terminal);
  }

  @Override
  void begin(TestFile file) {
    terminal.line(terminal.paint(Tone.BOLD, file.file().toString()));
  }

  @Override
  void show(TestFile file, CaseResult result) {
    String verdict =
        result.passed() ? terminal.paint(Tone.ADDED, "ok  ") : terminal.paint(Tone.ERROR, "FAIL");
    terminal.line("  " + verdict + "  " + terminal.paint(Tone.PLAIN, result.test().name()));
    result.failures().forEach(this::show);
  }

  private void show(CaseResult.Failure failure) {
    terminal.line("        " + terminal.paint(Tone.BOLD, failure.at() + ": " + failure.what()));
    mismatches.show(failure.mismatch());
    if (!failure.error().isEmpty()) {
      terminal.line(
          "          "
              + terminal.paint(Tone.PLAIN, "the message carries an error: " + failure.error()));
    }
  }

  @Override
  void covered(Coverage.Covered file) {
    int ran = file.points() - file.missed().size();
    terminal.line("");
    terminal.line(
        terminal.paint(Tone.BOLD, file.file())
            + ": "
            + file.percent()
            + "% of the statements and branches ran ("
            + ran
            + " of "
            + file.points()
            + ")");
    file.missed().forEach(point -> missed(file.file(), point));
  }

  private void missed(String file, Tracer.Point point) {
    String place = file + ":" + point.line() + ":" + point.column();
    terminal.line(
        "  "
            + terminal.paint(Tone.PLAIN, place)
            + ": "
            + terminal.paint(Tone.WARNING, "no test runs this " + name(point.kind())));
    terminal.line("      " + terminal.paint(Tone.PLAIN, point.source().strip()));
  }

  private static String name(Tracer.Kind kind) {
    return switch (kind) {
      case STATEMENT, CASE -> kind.text();
      case IF, ELSE_IF, ELSE -> kind.text() + " branch";
    };
  }

  @Override
  void summary(int all, int notPassed, int files) {
    String counts = all + (all == 1 ? " test: " : " tests: ") + (all - notPassed) + " passed, ";
    String more = files == 0 ? "" : ", " + files + (files == 1 ? " file" : " files") + " unusable";
    terminal.line("");
    terminal.line(
        terminal.paint(
            notPassed + files == 0 ? Tone.ADDED : Tone.ERROR,
            counts + notPassed + " failed" + more));
  }
}
