package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.cli.letters.file.LetterFile;
import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code dead-letters show}: one letter, whole. */
@CommandLine.Command(
    name = "show",
    description = {
      "Shows a letter of the local file, whole: what is wrong, where its record lies, the event and",
      "the record. Asks no queue: read it first, with ls."
    })
public final class ShowCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Outside outside;

  @CommandLine.Parameters(
      index = "0",
      paramLabel = "KEY",
      description = "The letter's key, or as much of its beginning as tells it from the others.")
  private String key = "";

  @CommandLine.Mixin private QueueOptions options = new QueueOptions();

  public ShowCommand(Terminal terminal, Outside outside) {
    this.terminal = terminal;
    this.outside = outside;
  }

  @Override
  public Integer call() {
    try (LetterFile file = LetterFile.existing(options.file())) {
      Notes.opened(file, terminal);
      Filed filed = find(file.waiting());
      var overview = new Overview(List.of(filed), file.retention(), outside.clock().instant());
      switch (filed) {
        case Filed.OfLetter letter ->
            new LetterPage(terminal)
                .print(letter, file.letter(letter.sent()), overview.life(filed));
        case Filed.OfText text -> {
          terminal.line("message     " + Terminal.harmless(text.key()));
          terminal.line("why         " + Terminal.harmless(text.why()));
          terminal.line("text");
          terminal.line(Terminal.harmless(file.text(text.key())));
        }
      }
      return ExitCode.CLEAN;
    }
  }

  private Filed find(List<Filed> waiting) {
    List<Filed> found = waiting.stream().filter(filed -> filed.key().startsWith(key)).toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new UnusableInputException(
        found.isEmpty()
            ? "no letter that waits has a key that begins with " + key + ": `ls --each` lists them"
            : found.size() + " letters have a key that begins with " + key + ": give more of it");
  }
}
