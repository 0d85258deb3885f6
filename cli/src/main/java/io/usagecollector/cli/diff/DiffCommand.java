package io.usagecollector.cli.diff;

import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code mapping diff}: what a change of mapping changes in what is billed. */
@CommandLine.Command(
    name = "diff",
    description = {
      "Shows what a change of mapping changes in the events that are billed.",
      "",
      "Each line of EVENTS goes through both sides, and then through the rules of an event. Both see"
          + " the same clock and chance, and an event whose id or time is left to the record has the"
          + " same on both sides: the record's time is made up, 2025-01-01T00:00:00Z and as many"
          + " seconds as the line's number.",
      "",
      "A change of event_id, timestamp, external_customer_id or event_name is billing-breaking: sent"
          + " again, it is another event.",
      ""
    },
    footer = {
      "",
      "With --json, a line a change: {\"line\", \"change\": \"added\" | \"dropped\", \"event\"},",
      "{\"line\", \"change\": \"failing\", \"reason\"}, {\"line\", \"change\": \"recovered\","
          + " \"reason\", \"billed\"},",
      "{\"line\", \"change\": \"changed\", \"billing_breaking\", \"fields\": [{\"path\", \"old\"?,"
          + " \"new\"?, \"breaking\"}]},",
      "and at the end {\"summary\": {\"events\", \"added\", \"dropped\", \"failing\","
          + " \"recovered\", \"changed\", \"billing_breaking\"}}.",
      "Exit status: 0 no change, 1 changes, 3 changes and some are billing-breaking, 2 a file is"
          + " unusable."
    })
public final class DiffCommand implements Callable<Integer> {
  /** Some change is billing-breaking. */
  private static final int BREAKING = 3;

  private final Terminal terminal;
  private final EnvironmentVariables environment;

  @CommandLine.Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The mapping (*.blobl) or configuration as it was.")
  private Path before = Path.of("");

  @CommandLine.Parameters(index = "1", paramLabel = "NEW", description = "As it is to be.")
  private Path after = Path.of("");

  @CommandLine.Parameters(
      index = "2",
      paramLabel = "EVENTS",
      description = "Events, one a line; - for standard input.")
  private Path events = Path.of("");

  @CommandLine.Option(names = "--json", description = "Prints JSON Lines.")
  private boolean json;

  public DiffCommand(Terminal terminal, EnvironmentVariables environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    DiffSide old = DiffSide.load(before, environment, terminal);
    DiffSide now = DiffSide.load(after, environment, terminal);
    var tally = new DiffTally();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
      compare(old, now, lines, tally);
    } catch (IOException e) {
      throw new UnusableInputException(
          events + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    if (tally.events() == 0) {
      throw new UnusableInputException(events + ": holds no event");
    }
    end(tally);
    return tally.isEmpty() ? ExitCode.CLEAN : tally.isBreaking() ? BREAKING : ExitCode.FOUND;
  }

  private InputStream open() throws IOException {
    return events.toString().equals("-") ? terminal.in() : Files.newInputStream(events);
  }

  private void compare(DiffSide old, DiffSide now, BufferedReader lines, DiffTally tally)
      throws IOException {
    var report = new DiffReport(terminal);
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      tally.event();
      byte[] event = line.getBytes(StandardCharsets.UTF_8);
      for (EventChange change :
          EventChange.between(old.parts(event, number), now.parts(event, number))) {
        tally.count(change);
        if (json) {
          report.json(number, change);
        } else {
          report.print(events + ":" + number, change);
        }
      }
    }
  }

  private void end(DiffTally tally) {
    if (json) {
      terminal.json(tally.json());
    } else {
      new DiffReport(terminal).summary(tally);
    }
  }
}
