package io.usagecollector.cli.run;

import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.cli.source.Complaints;
import io.usagecollector.cli.source.EventOptions;
import io.usagecollector.cli.source.GivenEvents;
import io.usagecollector.cli.source.InputFile;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.mapping.ImportFolder;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.tooling.billing.ServiceForm;
import io.usagecollector.tooling.trial.Generated;
import io.usagecollector.tooling.trial.TrialChain;
import io.usagecollector.tooling.trial.TrialFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code mapping run}: events through a mapping or a configuration. */
@CommandLine.Command(
    name = "run",
    description = {
      "Runs events, one a line, through a mapping (.blobl) or a configuration's pipeline.",
      "Prints what comes out; of a configuration, what would be billed. Drops and errors go to",
      "standard error, with what log processors say at INFO and above, and, of a property that the",
      "environment's QUANTITY_PROPERTIES names, a warning where it bills as 0. Ends with 1 if an",
      "event fails.",
      "",
      "A configuration whose input is generate makes its events up: they come at once, each a record",
      "of its own (interval and batch_size have no part in it). Processors of the output are not",
      "run."
    })
public final class RunCommand implements Callable<Integer> {
  private static final Path STANDARD_INPUT = Path.of("-");

  private final Terminal terminal;
  private final EnvironmentVariables environment;
  private final InstantSource clock;

  @CommandLine.Parameters(
      index = "0",
      paramLabel = "MAPPING|CONFIG",
      description = "A mapping whose name ends with .blobl, or a configuration.")
  private Path program = Path.of("");

  @CommandLine.Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "EVENTS",
      description =
          "A file with an event a line; - for standard input (default, unless the configuration"
              + " makes its events up).")
  private @Nullable Path events;

  @CommandLine.Option(
      names = "--count",
      paramLabel = "N",
      description = "How many events input.generate makes (default: its own count).")
  private @Nullable Integer count;

  @CommandLine.Option(
      names = "--json",
      description =
          "A line of JSON for each event: line, outcome (mapped, dropped, failed), event or error.")
  private boolean json;

  @CommandLine.Mixin private EventOptions options = new EventOptions();

  public RunCommand(Terminal terminal, EnvironmentVariables environment, InstantSource clock) {
    this.terminal = terminal;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (InputFile.isMapping(program)) {
      refuseCount(program + " is a mapping");
      return lines(MappingProgram.load(program, environment, options.areRecords()));
    }
    String text = InputFile.text(program);
    ImportSource imports = ImportFolder.beside(program);
    TrialFile file = read(text, () -> TrialFile.parse(name(), text, environment, imports));
    EventProgram ready = read(text, () -> pipeline(file.logging(new TerminalLog(terminal))));
    Generated generated = read(text, file::generate).orElse(null);
    if (generated == null) {
      refuseCount(program + " has no input.generate");
      return lines(ready);
    }
    return events == null ? made(generated, ready) : given(ready);
  }

  private String name() {
    return program.toString();
  }

  private <T> T read(String text, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ConfigException e) {
      throw new UnusableInputException(String.join("\n", Complaints.of(e, name(), text)));
    }
  }

  private EventProgram pipeline(TrialFile file) {
    TrialChain chain = file.pipeline();
    chain.notices().forEach(this::tell);
    return new PipelineProgram(chain, form(file));
  }

  private EventForm form(TrialFile file) {
    String quantities = environment.get("QUANTITY_PROPERTIES");
    try {
      return file.sendsToOpenMeter()
          ? ServiceForm.openMeter(environment.get("OPENMETER_SOURCE"), quantities)
          : ServiceForm.flexprice(quantities);
    } catch (IllegalArgumentException e) {
      throw new UnusableInputException("OPENMETER_SOURCE: " + e.getMessage());
    }
  }

  private void refuseCount(String reason) {
    if (count != null) {
      throw new UnusableInputException(
          "--count is for events that a configuration makes up, and " + reason);
    }
  }

  private int made(Generated generated, EventProgram ready) {
    int wanted = count == null ? generated.count() : count;
    if (wanted < 1) {
      throw new UnusableInputException(
          count == null
              ? name() + ": input.generate has no end: write a count in it, or --count N here"
              : "--count is at least 1");
    }
    var report = new RunReport(terminal, "input.generate", json);
    new GeneratedEvents(generated, new RunOrigin(clock.millis()), Host.system())
        .run(wanted, ready, report);
    return report.end();
  }

  private int given(EventProgram ready) {
    refuseCount("EVENTS are given");
    terminal.err().print(name() + ": notice: input.generate is not used: EVENTS are given\n");
    return lines(ready);
  }

  private int lines(EventProgram ready) {
    var given = new GivenEvents(events == null ? STANDARD_INPUT : events, options);
    var report = new RunReport(terminal, given.name(), json);
    given.each(
        terminal,
        new RunOrigin(clock.millis()),
        (line, record) -> ready.run(record).forEach(outcome -> report.ran(line, outcome)));
    return report.end();
  }

  private void tell(Notice notice) {
    String at = notice.at().map(place -> program + ":" + place).orElse(program.toString());
    terminal.err().print(Terminal.harmless(at + ": notice: " + notice.text()) + "\n");
  }
}
