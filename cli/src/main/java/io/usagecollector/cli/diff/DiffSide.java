package io.usagecollector.cli.diff;

import io.usagecollector.bloblang.Call;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.cli.source.BareMapping;
import io.usagecollector.cli.source.Complaints;
import io.usagecollector.cli.source.FileTrouble;
import io.usagecollector.cli.source.InputFile;
import io.usagecollector.cli.source.Placeholders;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.mapping.ImportFolder;
import io.usagecollector.core.config.mapping.MappingCompiler;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.place.Position;
import io.usagecollector.core.place.ProcessorPlace;
import io.usagecollector.core.processor.MappingProcessor;
import io.usagecollector.core.processor.Measurements;
import io.usagecollector.core.record.ProcessorPipeline;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.tooling.billing.FormedPart;
import io.usagecollector.tooling.billing.ServiceForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison: a whole pipeline, rules of an event included. What it may know of the
 * world is made of the line's number, so that both sides see the same clock and the same chance.
 */
final class DiffSide {
  private static final StreamId STREAM = new StreamId("mapping-diff");

  /** The time of line 0: 2025-01-01T00:00:00Z; each line is a second later. */
  private static final long START_MILLIS = 1_735_689_600_000L;

  private static final byte[] EMPTY_KEY = {};

  /** What is odd about an event is no change: no quantity needs to be known. */
  private static final @Nullable String NO_QUANTITIES = null;

  private final RecordPipeline pipeline;
  private final EventForm form;

  private DiffSide(RecordPipeline pipeline, EventForm form) {
    this.pipeline = pipeline;
    this.form = form;
  }

  /** Reads a mapping or a configuration. */
  static DiffSide load(Path file, EnvironmentVariables environment, Terminal terminal) {
    return InputFile.isMapping(file)
        ? new DiffSide(mapping(file, environment), ServiceForm.flexprice(NO_QUANTITIES))
        : configured(file, environment, terminal);
  }

  private static DiffSide configured(
      Path file, EnvironmentVariables environment, Terminal terminal) {
    String config = InputFile.text(file);
    try {
      var placeholders = new Placeholders(environment, config);
      CollectorConfig parsed = parsed(file, config, placeholders);
      var side =
          new DiffSide(parsed.compile(STREAM), ServiceForm.of(parsed.output(), NO_QUANTITIES));
      placeholders
          .used()
          .forEach((name, at) -> terminal.err().print(Placeholders.notice(file, at, name) + "\n"));
      return side;
    } catch (ConfigException e) {
      throw new UnusableInputException(String.valueOf(e.getMessage()));
    }
  }

  private static CollectorConfig parsed(Path file, String config, Placeholders placeholders) {
    String name = file.toString();
    while (true) {
      try {
        return CollectorConfig.parse(name, config, placeholders, ImportFolder.beside(file));
      } catch (ConfigException e) {
        if (!placeholders.changeAny(e.problems())) {
          throw e;
        }
      }
    }
  }

  /** A pipeline whose only processor is the mapping. */
  private static RecordPipeline mapping(Path file, EnvironmentVariables environment) {
    Mapping mapping = compiled(file, environment);
    for (Call call : mapping.calls()) {
      String why = MappingCompiler.perProcess(call);
      if (why != null) {
        throw new UnusableInputException(
            file + ":" + call.line() + ":" + call.column() + ": " + call.name() + "()" + why);
      }
    }
    var place = new ProcessorPlace("the mapping", file.toString(), Position.START, Position::new);
    return new ProcessorPipeline(
        List.of(new MappingProcessor(mapping, place)), STREAM, Measurements.NONE);
  }

  private static Mapping compiled(Path file, EnvironmentVariables environment) {
    try {
      return BareMapping.load(file, environment, null).mapping();
    } catch (CompileException e) {
      throw new UnusableInputException(
          file + " does not compile:\n" + String.join("\n", Complaints.of(e, file)));
    } catch (IOException e) {
      throw new UnusableInputException(FileTrouble.of(file, e));
    }
  }

  /** The record that an event is taken for, unless more is known of it. */
  static SourceRecord record(long line, byte[] event) {
    return new SourceRecord(
        new Coordinates("events", 0, line),
        START_MILLIS + line * 1000,
        EMPTY_KEY,
        event,
        List.of());
  }

  /** What is billed for a record. */
  List<FormedPart> parts(SourceRecord record) {
    return FormedPart.of(pipeline, form, STREAM, record);
  }
}
