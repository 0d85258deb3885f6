package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.file.LetterFile;
import io.usagecollector.cli.letters.queue.DeadLetterQueue;
import io.usagecollector.cli.letters.queue.QueueAddress;
import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Paragraph;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code dead-letters export}: what the queue holds, in a file that outlives it. */
@CommandLine.Command(
    name = "export",
    description = {
      "Reads the queue, and writes all that waits into a new file: it keeps what the queue forgets",
      "after its retention. Every command takes such a file as --file."
    })
public final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Outside outside;

  @CommandLine.Parameters(index = "0", paramLabel = "FILE", description = "A new file.")
  private Path target = Path.of("");

  @CommandLine.Mixin private QueueOptions options = new QueueOptions();

  public ExportCommand(Terminal terminal, Outside outside) {
    this.terminal = terminal;
    this.outside = outside;
  }

  @Override
  public Integer call() {
    QueueAddress address = options.requiredQueue();
    if (Files.exists(target)) {
      throw new UnusableInputException(target + " is there already: name a new file");
    }
    try (LetterFile file = LetterFile.open(options.file());
        var queue = new DeadLetterQueue(outside.queues(), address)) {
      Notes.opened(file, terminal);
      new Reading(queue, file, terminal).run();
      Claims.fetch(outside.claims(), address, file, terminal);
      try (LetterFile copy = LetterFile.open(target)) {
        int messages = file.copyTo(copy);
        terminal.line(Paragraph.count(messages, "message") + " in " + target);
      }
    }
    return ExitCode.CLEAN;
  }
}
