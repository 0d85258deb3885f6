package io.usagecollector.cli.letters;

import io.usagecollector.aws.sqs.QueuedMessage;
import io.usagecollector.aws.sqs.Sweep;
import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.cli.letters.file.LetterFile;
import io.usagecollector.cli.letters.queue.DeadLetterQueue;
import io.usagecollector.cli.letters.queue.QueueAddress;
import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Paragraph;
import io.usagecollector.cli.terminal.ProgressBar;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.letter.steps.Step;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code dead-letters purge}: deletes what was read. */
@CommandLine.Command(
    name = "purge",
    description = {
      "Deletes from the queue what the local file holds of it, unsent: what came after it was read",
      "stays. The file keeps the letters."
    })
public final class PurgeCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Outside outside;

  @CommandLine.Mixin private QueueOptions options = new QueueOptions();

  @CommandLine.Option(names = "--yes", description = "Really deletes them.")
  private boolean yes;

  public PurgeCommand(Terminal terminal, Outside outside) {
    this.terminal = terminal;
    this.outside = outside;
  }

  @Override
  public Integer call() {
    QueueAddress address = options.requiredQueue();
    try (LetterFile file = LetterFile.existing(options.file())) {
      Notes.opened(file, terminal);
      List<Filed> there = file.waiting().stream().filter(Filed::isPresent).toList();
      if (!yes && !there.isEmpty()) {
        new Overview(there, file.retention(), outside.clock().instant()).printGroups(terminal);
        throw new UnusableInputException(
            Paragraph.count(there.size(), "dead letter")
                + " would be deleted, and never billed: add --yes to do it");
      }
      try (var queue = new DeadLetterQueue(outside.queues(), address)) {
        QueueMatch.require(file, address);
        terminal.line(Paragraph.count(purge(file, queue), "message") + " deleted");
      }
      return ExitCode.CLEAN;
    }
  }

  private int purge(LetterFile file, DeadLetterQueue queue) {
    int deleted = 0;
    try (var progress = new ProgressBar(terminal, "deleting", file.present().size());
        Sweep sweep = queue.sweep()) {
      for (var page = sweep.next(); !page.isEmpty(); page = sweep.next()) {
        List<QueuedMessage> read = page.stream().filter(m -> file.knows(m.id())).toList();
        List<String> gone = sweep.delete(read);
        file.append(List.of(new Step.Deleted(gone)));
        deleted += gone.size();
        progress.at(deleted);
      }
    }
    return deleted;
  }
}
