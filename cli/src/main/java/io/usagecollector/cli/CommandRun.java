package io.usagecollector.cli;

import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** One call of a command line, from its arguments to a status. */
final class CommandRun {
  private static final int HELP_WIDTH = 100;

  private CommandRun() {}

  /** Runs a command and answers its status; nothing is thrown, whatever happens. */
  static int of(Terminal terminal, Supplier<CommandLine> commands, String... args) {
    var failures = new Failures(terminal);
    try {
      var carried = new AtomicReference<@Nullable Exception>();
      var help = new StringWriter();
      var complaint = new StringWriter();
      int status =
          dressed(commands.get(), terminal, carried)
              .setOut(new PrintWriter(help))
              .setErr(new PrintWriter(complaint))
              .execute(args);
      terminal.out().print(help);
      terminal.err().print(complaint);
      Exception failure = carried.get();
      if (failure != null) {
        return failures.status(failure);
      }
      terminal.err().flush();
      terminal.out().flush();
      return terminal.out().checkError() ? ExitCode.USAGE : status;
    } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
      return failures.status(e);
    }
  }

  /**
   * @param carried is given what a command throws: picocli's own answer is a stack trace
   */
  private static CommandLine dressed(
      CommandLine commands, Terminal terminal, AtomicReference<@Nullable Exception> carried) {
    Ansi ansi = terminal.colour() ? Ansi.ON : Ansi.OFF;
    return commands
        .setUsageHelpWidth(HELP_WIDTH)
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setExecutionExceptionHandler((e, _, _) -> {
          carried.set(e);
          return ExitCode.USAGE;
        });
  }
}
