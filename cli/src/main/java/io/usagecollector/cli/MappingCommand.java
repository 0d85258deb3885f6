package io.usagecollector.cli;

import io.usagecollector.cli.diff.DiffCommand;
import io.usagecollector.cli.eval.EvalCommand;
import io.usagecollector.cli.lint.LintCommand;
import io.usagecollector.cli.run.RunCommand;
import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.cli.test.TestCommand;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * {@code scripts/mapping}: a command below it takes the terminal and the environment when it is
 * made, answers an {@link ExitCode}, and throws {@link UnusableInputException} where it cannot
 * work.
 */
@CommandLine.Command(
    name = "mapping",
    description = "Works with Bloblang mappings and the configurations they stand in.",
    footer = {
      "",
      "Exit status: 0 all is well, 1 something was found, 2 the call or a file is unusable.",
      "There is colour only on a terminal, and none where NO_COLOR is set."
    })
public final class MappingCommand {
  private static final int HELP_WIDTH = 100;

  @SuppressWarnings("UnusedVariable") // Picocli looks at the option itself.
  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Shows this help.")
  private boolean help;

  private MappingCommand() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] args) {
    System.exit(run(Terminal.system(), System::getenv, args));
  }

  /** Runs a command and answers its status. */
  static int run(Terminal terminal, EnvironmentVariables environment, String... args) {
    Ansi ansi = terminal.colour() ? Ansi.ON : Ansi.OFF;
    int status =
        new CommandLine(new MappingCommand())
            .addSubcommand(new EvalCommand(terminal, environment))
            .addSubcommand(new LintCommand(terminal, environment))
            .addSubcommand(new DiffCommand(terminal, environment))
            .addSubcommand(new TestCommand(terminal, environment))
            .addSubcommand(new RunCommand(terminal, environment, InstantSource.system()))
            .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
            .setUsageHelpWidth(HELP_WIDTH)
            .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
            .setExecutionExceptionHandler((e, _, _) -> unusable(terminal, e))
            .execute(args);
    terminal.err().flush();
    terminal.out().flush();
    return terminal.out().checkError() ? ExitCode.USAGE : status;
  }

  private static int unusable(Terminal terminal, Exception e) throws Exception {
    if (e instanceof UnusableInputException) {
      terminal.out().flush();
      terminal.err().print(Terminal.harmless(String.valueOf(e.getMessage())) + "\n");
      return ExitCode.USAGE;
    }
    throw e;
  }
}
