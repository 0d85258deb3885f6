package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.cli.letters.file.LetterFile;
import io.usagecollector.cli.letters.queue.DeadLetterQueue;
import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Paragraph;
import io.usagecollector.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code dead-letters ls}: reads the queue, and shows what waits. */
@CommandLine.Command(
    name = "ls",
    description = {
      "Reads the queue into the local file, and shows what waits, in groups. Nothing is taken from",
      "the queue. With --file alone, shows what was read before. Ends with 1 if letters wait."
    })
public final class LsCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Outside outside;

  @CommandLine.Mixin private QueueOptions options = new QueueOptions();

  @CommandLine.Mixin private SelectionOptions selecting = new SelectionOptions();

  @CommandLine.Option(names = "--each", description = "A line for each letter.")
  private boolean each;

  @CommandLine.Option(
      names = "--missing",
      description =
          "What is in the file and no longer in the queue, such as all letters of an archived file.")
  private boolean missing;

  public LsCommand(Terminal terminal, Outside outside) {
    this.terminal = terminal;
    this.outside = outside;
  }

  @Override
  public Integer call() {
    var selection = selecting.selection();
    try (LetterFile file =
        options.queue().isPresent()
            ? LetterFile.open(options.file())
            : LetterFile.existing(options.file())) {
      Notes.opened(file, terminal);
      options
          .queue()
          .ifPresent(address -> {
            try (var queue = new DeadLetterQueue(outside.queues(), address)) {
              new Reading(queue, file, terminal).run();
              Claims.fetch(outside.claims(), address, file, terminal);
            }
          });
      List<Filed> all = file.waiting();
      List<Filed> there = all.stream().filter(filed -> filed.isPresent() != missing).toList();
      List<Filed> taken = there.stream().filter(selection::takes).toList();
      show(taken, new Overview(taken, file.retention(), outside.clock().instant()));
      terminal.line(counts(taken.size(), there.size()));
      Notes.rest(file, all, terminal);
      return taken.isEmpty() ? ExitCode.CLEAN : ExitCode.FOUND;
    }
  }

  private void show(List<Filed> letters, Overview overview) {
    if (each && !letters.isEmpty()) {
      overview.printEach(terminal);
    } else if (!letters.isEmpty()) {
      overview.printGroups(terminal);
    }
  }

  private static String counts(int taken, int there) {
    return taken == there
        ? Paragraph.count(there, "dead letter")
        : taken + " of " + Paragraph.count(there, "dead letter");
  }
}
