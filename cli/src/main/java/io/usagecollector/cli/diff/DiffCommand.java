package io.usagecollector.cli.diff;

import io.usagecollector.cli.source.EventOptions;
import io.usagecollector.cli.source.GivenEvents;
import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.event.SourceRecord;
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
          + " again, it is another event. So is one of a CloudEvent's id, source, time, subject or"
          + " type.",
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

  @CommandLine.Mixin private EventOptions options = new EventOptions();

  public DiffCommand(Terminal terminal, EnvironmentVariables environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    DiffSide old = DiffSide.load(before, environment, terminal);
    DiffSide now = DiffSide.load(after, environment, terminal);
    var tally = new DiffTally();
    var given = new GivenEvents(events, options);
    given.each(
        terminal,
        DiffSide::record,
        (line, record) -> compare(events + ":" + line, line, old, now, record, tally));
    if (tally.events() == 0) {
      throw new UnusableInputException(events + ": holds no event");
    }
    end(tally);
    return tally.isEmpty() ? ExitCode.CLEAN : tally.isBreaking() ? BREAKING : ExitCode.FOUND;
  }

  private void compare(
      String place, long line, DiffSide old, DiffSide now, SourceRecord record, DiffTally tally) {
    var report = new DiffReport(terminal);
    tally.event();
    for (EventChange change : EventChange.between(old.parts(record), now.parts(record))) {
      tally.count(change);
      if (json) {
        report.json(line, change);
      } else {
        report.print(place, change);
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
