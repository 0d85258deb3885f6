package io.usagecollector.cli;

import io.usagecollector.cli.ensure.CallCommand;
import io.usagecollector.cli.ensure.Caller;
import io.usagecollector.cli.terminal.Terminal;
import picocli.CommandLine;

/** {@code scripts/ensure}: ensures a customer by the function that does. */
public final class EnsureCommand {
  private EnsureCommand() {}

  /** Runs it and exits with its status. */
  public static void main(String[] args) {
    System.exit(run(Terminal.system(), Caller.aws(), args));
  }

  /** Runs it and answers its status; nothing is thrown, whatever happens. */
  static int run(Terminal terminal, Caller caller, String... args) {
    return CommandRun.of(terminal, () -> new CommandLine(new CallCommand(terminal, caller)), args);
  }
}
