package io.usagecollector.cli;

import io.usagecollector.cli.diff.DiffCommand;
import io.usagecollector.cli.eval.EvalCommand;
import io.usagecollector.cli.lint.LintCommand;
import io.usagecollector.cli.run.RunCommand;
import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.test.TestCommand;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.time.InstantSource;
import picocli.CommandLine;

/**
 * {@code scripts/mapping}: a command below it takes the terminal and the environment when it is
 * made, answers an {@link ExitCode}, and throws {@link
 * io.usagecollector.cli.terminal.UnusableInputException} where it cannot work.
 */
@CommandLine.Command(
    name = "mapping",
    description = "Works with Bloblang mappings and the configurations they stand in.",
    footer = {
      "",
      "Exit status: 0 all is well, 1 something was found, 2 the call or a file is unusable, or the",
      "output cannot be written; 141 its reader went away.",
      "There is colour only on a terminal, and none where NO_COLOR is set."
    })
public final class MappingCommand {
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

  /** Runs a command and answers its status; nothing is thrown, whatever happens. */
  static int run(Terminal terminal, EnvironmentVariables environment, String... args) {
    return CommandRun.of(terminal, () -> commands(terminal, environment), args);
  }

  private static CommandLine commands(Terminal terminal, EnvironmentVariables environment) {
    return new CommandLine(new MappingCommand())
        .addSubcommand(new EvalCommand(terminal, environment))
        .addSubcommand(new LintCommand(terminal, environment))
        .addSubcommand(new DiffCommand(terminal, environment))
        .addSubcommand(new TestCommand(terminal, environment))
        .addSubcommand(new RunCommand(terminal, environment, InstantSource.system()));
  }
}
