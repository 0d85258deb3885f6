package io.usagecollector.cli.diff;

import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.cli.source.BareMapping;
import io.usagecollector.cli.source.InputFile;
import io.usagecollector.cli.source.Placeholders;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.mapping.ImportFolder;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import io.usagecollector.tooling.billing.FormedPart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

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
  private static final FlexpriceForm FORM = new FlexpriceForm(List.of());

  private final RecordPipeline pipeline;

  private DiffSide(RecordPipeline pipeline) {
    this.pipeline = pipeline;
  }

  /** Reads a mapping or a configuration. */
  static DiffSide load(Path file, EnvironmentVariables environment, Terminal terminal) {
    String text = InputFile.text(file);
    String config = InputFile.isMapping(file) ? wrapped(file, text, environment) : text;
    try {
      var placeholders = new Placeholders(environment, config);
      ImportSource imports =
          InputFile.isMapping(file) ? BareMapping.imports(file) : ImportFolder.beside(file);
      RecordPipeline pipeline = parsed(file, config, placeholders, imports).compile(STREAM);
      placeholders.used().forEach((name, at) -> terminal.err().print(unset(file + ":" + at, name)));
      return new DiffSide(pipeline);
    } catch (ConfigException e) {
      throw new UnusableInputException(String.valueOf(e.getMessage()));
    }
  }

  private static String unset(String place, String variable) {
    return place
        + ": the environment variable "
        + variable
        + " is not set, a placeholder is used\n";
  }

  private static CollectorConfig parsed(
      Path file, String config, Placeholders placeholders, ImportSource imports) {
    String name = file.toString();
    while (true) {
      try {
        return CollectorConfig.parse(name, config, placeholders, imports);
      } catch (ConfigException e) {
        if (!placeholders.changeAny(e.problems())) {
          throw e;
        }
      }
    }
  }

  /** A configuration whose only processor is the mapping. */
  private static String wrapped(Path file, String mapping, EnvironmentVariables environment) {
    try {
      BareMapping.language(file, environment).compile(mapping);
    } catch (CompileException e) {
      throw new UnusableInputException(file + " does not compile: " + e.getMessage());
    }
    String quoted = new String(Json.bytes(Str.of(mapping)), StandardCharsets.UTF_8);
    return "pipeline: {processors: [{mapping: "
        + quoted.replace("$", "\\u0024") // A mapping's file has no variables put in.
        + "}]}\noutput: {flexprice: {api_key: \"none\"}}\n";
  }

  /** What is billed for a line, from 1. */
  List<FormedPart> parts(byte[] event, long line) {
    return FormedPart.of(
        pipeline,
        FORM,
        STREAM,
        new SourceRecord(
            new Coordinates("events", 0, line),
            START_MILLIS + line * 1000,
            EMPTY_KEY,
            event,
            List.of()));
  }
}
