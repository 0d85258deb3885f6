package io.usagecollector.cli;

import io.usagecollector.cli.letters.ExportCommand;
import io.usagecollector.cli.letters.LsCommand;
import io.usagecollector.cli.letters.Outside;
import io.usagecollector.cli.letters.PurgeCommand;
import io.usagecollector.cli.letters.RedriveCommand;
import io.usagecollector.cli.letters.ShowCommand;
import io.usagecollector.cli.terminal.Terminal;
import picocli.CommandLine;

/** {@code scripts/dead-letters}: what could not be delivered, looked at and sent on. */
@CommandLine.Command(
    name = "dead-letters",
    description = "Looks at what could not be delivered, and sends it on.",
    footer = {
      "",
      "ls reads the queue into a local file; show and redrive act on what is in the file.",
      "",
      "Exit status: 0 all is well, 1 letters wait or are left, 2 the call, a queue or a file is",
      "unusable, or the output cannot be written; 141 its reader went away.",
      "There is colour and a progress bar only on a terminal, and none where NO_COLOR is set."
    })
public final class DeadLettersCommand {
  @SuppressWarnings("UnusedVariable") // Picocli looks at the option itself.
  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Shows this help.")
  private boolean help;

  private DeadLettersCommand() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] args) {
    System.exit(run(Terminal.system(), Outside.aws(), args));
  }

  /** Runs a command and answers its status; nothing is thrown, whatever happens. */
  static int run(Terminal terminal, Outside outside, String... args) {
    return CommandRun.of(terminal, () -> commands(terminal, outside), args);
  }

  private static CommandLine commands(Terminal terminal, Outside outside) {
    return new CommandLine(new DeadLettersCommand())
        .addSubcommand(new LsCommand(terminal, outside))
        .addSubcommand(new ShowCommand(terminal, outside))
        .addSubcommand(new RedriveCommand(terminal, outside))
        .addSubcommand(new ExportCommand(terminal, outside))
        .addSubcommand(new PurgeCommand(terminal, outside));
  }
}
