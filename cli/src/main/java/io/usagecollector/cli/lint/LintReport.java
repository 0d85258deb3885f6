package io.usagecollector.cli.lint;

import io.usagecollector.cli.source.Excerpt;
import io.usagecollector.cli.terminal.Paragraph;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.Terminal.Tone;
import io.usagecollector.tooling.lint.rule.Severity;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Remarks as people read them: place, words, line and caret, what it means, what to write. */
final class LintReport {
  private final Terminal terminal;

  /** Meanings and suggestions that have been told: once is enough. */
  private final Set<String> told = new HashSet<>();

  LintReport(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(String file, String text, Remark remark) {
    String place = remark.at().map(at -> file + ":" + at).orElse(file);
    String rule =
        remark.meaning().isEmpty() ? "" : terminal.paint(Tone.DIM, " [" + remark.rule() + "]");
    terminal.line(
        terminal.paint(Tone.BOLD, place + ": ")
            + terminal.paint(tone(remark.severity()), remark.level() + ": ")
            + terminal.paint(Tone.PLAIN, remark.message())
            + rule);
    if (isAboutAMapping(remark)) {
      remark.at().flatMap(at -> Excerpt.of(text, at.line(), at.column())).ifPresent(this::show);
      once("means", remark.meaning());
      once("instead", remark.suggestion());
      terminal.line("");
    }
  }

  private void show(Excerpt excerpt) {
    terminal.line(
        terminal.paint(Tone.DIM, excerpt.gutter()) + terminal.paint(Tone.PLAIN, excerpt.shown()));
    terminal.line(
        terminal.paint(Tone.DIM, excerpt.gutterBelow())
            + excerpt.pad()
            + terminal.paint(Tone.ERROR, "^"));
  }

  /**
   * What is taken otherwise in a file's other keys is said in a line: there may be a page of it.
   */
  private static boolean isAboutAMapping(Remark remark) {
    return !(remark.rule().equals(Remark.CONFIGURATION) && remark.severity() == Severity.NOTICE);
  }

  private void once(String label, String words) {
    if (told.add(words)) {
      paragraph(label, words);
    }
  }

  private void paragraph(String label, String words) {
    if (!words.isEmpty()) {
      String head = "  " + label + ": ";
      terminal.line(
          terminal.paint(Tone.DIM, head)
              + terminal.paint(Tone.PLAIN, Paragraph.wrap(words, head.length())));
    }
  }

  private static Tone tone(Severity severity) {
    return switch (severity) {
      case ERROR -> Tone.ERROR;
      case WARNING -> Tone.WARNING;
      case NOTICE -> Tone.NOTICE;
    };
  }

  void summary(int files, Map<Severity, Integer> counts) {
    terminal.line(
        Paragraph.count(files, "file")
            + ": "
            + Paragraph.count(counts.getOrDefault(Severity.ERROR, 0), "error")
            + ", "
            + Paragraph.count(counts.getOrDefault(Severity.WARNING, 0), "warning")
            + ", "
            + Paragraph.count(counts.getOrDefault(Severity.NOTICE, 0), "notice"));
  }
}
