package io.usagecollector.cli.test;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.Terminal.Tone;
import io.usagecollector.cli.unit.Mismatch;
import java.util.List;

/** Prints what was expected beside what was received. */
final class MismatchText {
  private static final String INDENT = "          ";

  private final Terminal terminal;

  MismatchText(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(Mismatch mismatch) {
    switch (mismatch) {
      case Mismatch.Said(String text) -> line(Tone.PLAIN, text);
      case Mismatch.Content(String expected, String received) -> content(expected, received);
      case Mismatch.Document(String expected, String received) -> document(expected, received);
      case Mismatch.Unmatched(String pattern, String received) ->
          pair("pattern  " + pattern, "received " + received);
      case Mismatch.Metadata m -> {
        Value received = m.received();
        String what = received == null ? "nothing" : Json.text(received);
        pair("expected " + m.key() + ": " + Json.text(m.expected()), "received " + what);
      }
    }
  }

  private void pair(String expected, String received) {
    line(Tone.REMOVED, expected);
    line(Tone.ADDED, received);
  }

  private void line(Tone tone, String text) {
    terminal.line(INDENT + terminal.paint(tone, text));
  }

  private void content(String expected, String received) {
    FirstDifference at = FirstDifference.between(expected, received);
    line(Tone.REMOVED, "expected " + at.expected());
    line(Tone.ADDED, "received " + at.received());
    line(Tone.PLAIN, " ".repeat("expected ".length() + at.indent()) + "^ " + at.place());
  }

  private void document(String expected, String received) {
    pair("- expected", "+ received");
    for (LineDiff.Line part : LineDiff.of(lines(expected), lines(received))) {
      switch (part.side()) {
        case BOTH -> line(Tone.PLAIN, "  " + part.text());
        case EXPECTED -> line(Tone.REMOVED, "- " + part.text());
        case RECEIVED -> line(Tone.ADDED, "+ " + part.text());
      }
    }
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
