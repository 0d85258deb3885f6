package io.usagecollector.cli;

import io.usagecollector.core.pipeline.ConfigException;
import io.usagecollector.core.pipeline.Environment;
import io.usagecollector.core.pipeline.Notice;
import io.usagecollector.core.pipeline.TrialChain;
import io.usagecollector.core.pipeline.TrialFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code mapping run}: events through a mapping or a configuration. */
@CommandLine.Command(
    name = "run",
    description = {
      "Runs events, one a line, through a mapping (.blobl) or a configuration's pipeline.",
      "Prints what comes out; of a configuration, what would be billed. Drops and errors go to",
      "standard error. Ends with 1 if an event fails."
    })
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;
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
      description = "A file with an event a line (default: standard input).")
  private @Nullable Path events;

  @CommandLine.Option(
      names = "--json",
      description =
          "A line of JSON for each event: line, outcome (mapped, dropped, failed), event or error.")
  private boolean json;

  RunCommand(Terminal terminal, Environment environment, InstantSource clock) {
    this.terminal = terminal;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    EventProgram ready = program();
    Path file = events;
    if (file == null) {
      return run(ready, terminal.in(), "standard input");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return run(ready, in, file.toString());
    } catch (NoSuchFileException e) {
      throw new UnusableInputException(file + ": there is no such file");
    }
  }

  private EventProgram program() {
    if (InputFile.isMapping(program)) {
      return MappingProgram.load(program, environment);
    }
    String text = InputFile.text(program);
    try {
      TrialChain chain =
          TrialFile.parse(program.toString(), text, environment).processors(TrialFile.PIPELINE);
      chain.notices().forEach(this::tell);
      return new PipelineProgram(chain, clock.millis());
    } catch (ConfigException e) {
      throw new UnusableInputException(String.valueOf(e.getMessage()));
    }
  }

  private void tell(Notice notice) {
    String at = notice.at().map(place -> program + ":" + place).orElse(program.toString());
    terminal.err().print(Terminal.harmless(at + ": notice: " + notice.text()) + "\n");
  }

  private int run(EventProgram ready, InputStream in, String source) throws IOException {
    var report = new RunReport(terminal, source, json);
    var lines = new EventLines(in);
    for (EventLines.Line line = lines.next(); line != null; line = lines.next()) {
      for (Outcome outcome : ready.run(line.number(), line.bytes())) {
        report.ran(line.number(), outcome);
      }
    }
    return report.end();
  }
}
