package io.usagecollector.cli.letters;

import io.usagecollector.aws.sqs.SqsRetryQueue;
import io.usagecollector.aws.sqs.Sweep;
import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.cli.letters.file.LetterFile;
import io.usagecollector.cli.letters.queue.DeadLetterQueue;
import io.usagecollector.cli.letters.queue.QueueAddress;
import io.usagecollector.cli.letters.redrive.Misgivings;
import io.usagecollector.cli.letters.redrive.Redrive;
import io.usagecollector.cli.letters.redrive.Treatment;
import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Paragraph;
import io.usagecollector.cli.terminal.ProgressBar;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code dead-letters redrive}: sends letters on to the retry queue. */
@CommandLine.Command(
    name = "redrive",
    description = {
      "Sends the letters of the local file on to the retry queue, and then deletes them from the",
      "dead letters. What came after the file was read is left alone. May be interrupted at any",
      "time, and run again. Ends with 1 if some of what was asked for is not sent on."
    })
public final class RedriveCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Outside outside;

  @CommandLine.Mixin private QueueOptions options = new QueueOptions();

  @CommandLine.Mixin private RedriveOptions how = new RedriveOptions();

  @CommandLine.Mixin private SelectionOptions selecting = new SelectionOptions();

  public RedriveCommand(Terminal terminal, Outside outside) {
    this.terminal = terminal;
    this.outside = outside;
  }

  @Override
  public Integer call() {
    Treatment treatment = how.treatment();
    QueueAddress dead = options.requiredQueue();
    try (LetterFile file = LetterFile.existing(options.file())) {
      Notes.opened(file, terminal);
      QueueMatch.require(file, dead);
      var choice = Choice.of(file.waiting(), selecting.selection(), treatment, how.missing());
      choice.notes().forEach(note -> Notes.note(terminal, note));
      List<String> misgivings =
          Misgivings.of(choice.letters(), treatment, outside.clock().instant());
      misgivings.forEach(sentence -> terminal.err().print("warning: " + sentence + "\n"));
      if (how.isDryRun()) {
        return dryRun(choice, file);
      }
      if (!misgivings.isEmpty() && !how.isYes()) {
        throw new UnusableInputException("nothing was sent: add --yes to send them all the same");
      }
      QueueAddress retry = how.retryQueue(dead, options.localRetryQueue());
      return send(choice, treatment, file, dead, retry);
    }
  }

  private int dryRun(Choice choice, LetterFile file) {
    Instant now = outside.clock().instant();
    if (!choice.letters().isEmpty()) {
      new Overview(List.<Filed>copyOf(choice.letters()), file.retention(), now)
          .printGroups(terminal);
    }
    terminal.line(Paragraph.count(choice.letters().size(), "letter") + " would be sent on");
    return choice.left() == 0 ? ExitCode.CLEAN : ExitCode.FOUND;
  }

  private int send(
      Choice choice, Treatment treatment, LetterFile file, QueueAddress dead, QueueAddress retry) {
    try (var client = outside.queues().of(retry);
        var progress = new ProgressBar(terminal, "sending", choice.letters().size())) {
      var retryQueue =
          new SqsRetryQueue(
              client,
              retry.url().toString(),
              file.bucket().map(bucket -> outside.claims().of(retry, bucket)),
              outside.clock());
      var redrive = new Redrive(file, retryQueue, treatment, outside.clock(), progress::at);
      Redrive.Result result = go(redrive, choice, dead);
      progress.close();
      return told(result, choice);
    }
  }

  private Redrive.Result go(Redrive redrive, Choice choice, QueueAddress dead) {
    if (how.missing()) {
      return redrive.outOfFile(choice.letters());
    }
    try (var queue = new DeadLetterQueue(outside.queues(), dead);
        Sweep sweep = queue.sweep()) {
      return redrive.throughQueue(choice.letters(), sweep);
    }
  }

  private int told(Redrive.Result result, Choice choice) {
    terminal.line(
        Paragraph.count(result.sent(), "letter")
            + " sent on, "
            + Paragraph.count(result.deleted(), "message")
            + " deleted from the dead letters");
    result
        .refusals()
        .forEach((why, count) ->
            Notes.note(
                terminal,
                Paragraph.count(count, "letter")
                    + " not sent: "
                    + why
                    + ". They are among the dead letters still: run it again"));
    if (result.notMet() > 0) {
      Notes.note(
          terminal,
          Paragraph.count(result.notMet(), "letter")
              + " not met in the queue just now, and not sent. What somebody has just received, an"
              + " interrupted run too, comes back within minutes; `ls` says what is gone");
    }
    boolean all = result.refusals().isEmpty() && result.notMet() == 0 && choice.left() == 0;
    return all ? ExitCode.CLEAN : ExitCode.FOUND;
  }
}
