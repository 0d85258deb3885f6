package io.usagecollector.core.config;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.core.config.component.CompiledProcessors;
import io.usagecollector.core.config.component.ProcessorReader;
import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.input.Input;
import io.usagecollector.core.config.mapping.ImportFolder;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.config.reading.ConfigFile;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.processor.Measurements;
import io.usagecollector.core.record.RecordPipeline;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * A collector configuration, read and found usable: its mappings are compiled, its variables are
 * there. It holds no secret, only where secrets are, so it may be part of a snapshot.
 *
 * @param input what the file says of its topics
 * @param output where events go
 * @param notices what the file says that is taken otherwise here, in its order
 * @param version changes with the file's text and with what its mappings import: names, in a dead
 *     letter, the mapping that failed
 * @param program what {@link #compile} binds to a stream
 */
public record CollectorConfig(
    Input input, Output output, List<Notice> notices, String version, CompiledProcessors program) {
  public CollectorConfig {
    notices = List.copyOf(notices);
  }

  /**
   * Reads a configuration file.
   *
   * @throws ConfigException with all that is wrong with it
   */
  public static CollectorConfig load(Path file, EnvironmentVariables environment) {
    String name = file.getFileName().toString();
    return parse(name, ConfigFile.text(file), environment, ImportFolder.beside(file));
  }

  /**
   * Reads a configuration's text.
   *
   * @param file the name that errors call it by
   * @throws ConfigException with all that is wrong with it
   */
  public static CollectorConfig parse(String file, String text, EnvironmentVariables environment) {
    return parse(file, text, environment, ImportSource.none());
  }

  /**
   * Reads a configuration's text.
   *
   * @param file the name that errors call it by
   * @param imports what its mappings may import
   * @throws ConfigException with all that is wrong with it
   */
  public static CollectorConfig parse(
      String file, String text, EnvironmentVariables environment, ImportSource imports) {
    return new ConfigReader(
            text,
            FileReading.of(file, environment, imports),
            LoggerFactory.getLogger(ProcessorReader.LOG))
        .read(CollectorConfig::new);
  }

  /** The pipeline for one stream of records, whose own metrics nobody collects. */
  public RecordPipeline compile(StreamId stream) {
    return compile(stream, Measurements.NONE);
  }

  /**
   * The pipeline for one stream of records.
   *
   * @param measurements where what processors {@code metric} measure goes
   */
  public RecordPipeline compile(StreamId stream, Measurements measurements) {
    return program.bind(stream, measurements);
  }
}
