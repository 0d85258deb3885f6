package io.usagecollector.core.config.component;

import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.key.ProcessorKeys;
import io.usagecollector.core.config.mapping.FieldReader;
import io.usagecollector.core.config.reading.ConfigValues;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.reading.KeyCheck;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.processor.LogProcessor;
import io.usagecollector.core.processor.PlacedMapping;
import io.usagecollector.core.processor.Processor;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Reads the processor {@code log}. */
final class LogReader {
  private final KeyCheck keys;
  private final ConfigValues values;
  private final Findings findings;
  private final FieldReader fields;
  private final Logger logger;
  private final boolean logValues;

  /**
   * @param logger what {@code log} processors write to
   */
  LogReader(FileReading reading, FieldReader fields, Logger logger) {
    this.keys = reading.keys();
    this.values = reading.values();
    this.findings = reading.findings();
    this.fields = fields;
    this.logger = logger;
    // Whether error() may show the event's values here.
    this.logValues = "true".equalsIgnoreCase(reading.environment().get("LOG_VALUES"));
  }

  /** The processor, or null and problems. */
  @Nullable Processor read(YamlNode.Entry log, String path) {
    if (!(log.value() instanceof YamlNode.Section section)) {
      findings.problem(log.at(), path + " must be a section with level and message");
      return null;
    }
    keys.honoured(section, ProcessorKeys.SECTION + ".log", path);
    Level level = level(section.entry("level"), path + ".level");
    Interpolation message = fields.text(section.entry("message"), log.at(), path + ".message");
    Map<String, Interpolation> further = fields.texts(section.entry("fields"), path + ".fields");
    PlacedMapping mapping =
        fields.mapping(section.entry("fields_mapping"), path + ".fields_mapping");
    return message == null
        ? null
        : new LogProcessor(
            logger,
            level,
            message,
            further,
            mapping == null ? null : mapping.mapping(),
            logValues,
            path);
  }

  private Level level(YamlNode.@Nullable Entry entry, String path) {
    if (entry == null) {
      return Level.INFO;
    }
    String name = values.text(entry.value(), path).orElse("INFO").strip().toUpperCase(Locale.ROOT);
    return switch (name) {
      case "TRACE" -> Level.TRACE;
      case "DEBUG" -> Level.DEBUG;
      case "INFO" -> Level.INFO;
      case "WARN" -> Level.WARN;
      case "ERROR" -> Level.ERROR;
      default -> {
        findings.problem(entry.value().at(), path + " is TRACE, DEBUG, INFO, WARN or ERROR");
        yield Level.INFO;
      }
    };
  }
}
