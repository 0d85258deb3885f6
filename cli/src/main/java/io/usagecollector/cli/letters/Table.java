package io.usagecollector.cli.letters;

import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.Terminal.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under headings, each column as wide as what stands in it. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... headings) {
    row(headings);
  }

  /** Adds a row; what is shown of it writes to nobody's terminal behind his back. */
  void row(String... cells) {
    rows.add(
        Arrays.stream(cells).map(c -> Terminal.harmless(c).replaceAll("[\n\t]", " ")).toList());
  }

  void print(Terminal terminal) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (int r = 0; r < rows.size(); r++) {
      terminal.line(terminal.paint(r == 0 ? Tone.BOLD : Tone.PLAIN, line(rows.get(r), widths)));
    }
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
