package io.usagecollector.cli;

import picocli.CommandLine;

/** {@code scripts/mapping}. */
@CommandLine.Command(
    name = "mapping",
    description = "Works with Bloblang mappings.",
    mixinStandardHelpOptions = true,
    subcommands = EvalCommand.class)
public final class MappingCommand {
  /** Runs a command and exits with its status. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new MappingCommand()).execute(args));
  }
}
