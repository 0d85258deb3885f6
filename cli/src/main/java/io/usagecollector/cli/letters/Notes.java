package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.cli.letters.file.LetterFile;
import io.usagecollector.cli.terminal.Paragraph;
import io.usagecollector.cli.terminal.Terminal;
import java.util.List;

/** What else there is to know of a file, on standard error. */
final class Notes {
  private Notes() {}

  /** Where the letters are, and whether the file was mended. */
  static void opened(LetterFile file, Terminal terminal) {
    if (file.wasCut()) {
      note(
          terminal,
          file.path()
              + ": its last line was cut, by a crash or a full disk, and is left out; what it"
              + " announced was not done");
    }
  }

  /** What is in the file and not in the list. */
  static void rest(LetterFile file, List<Filed> waiting, Terminal terminal) {
    long gone = waiting.stream().filter(filed -> !filed.isPresent()).count();
    if (gone > 0) {
      note(
          terminal,
          "no longer in the queue, expired or moved by somebody else: "
              + Paragraph.count((int) gone, "letter")
              + " of the file. `redrive --missing` sends on what is in the file alone");
    }
    long sent = file.present().stream().filter(file::isSent).count();
    if (sent > 0) {
      note(
          terminal,
          "sent on, and not deleted yet: "
              + Paragraph.count((int) sent, "message")
              + ". Run `redrive` again");
    }
  }

  static void note(Terminal terminal, String text) {
    terminal.out().flush();
    terminal.err().print("note: " + Terminal.harmless(text) + "\n");
  }
}
