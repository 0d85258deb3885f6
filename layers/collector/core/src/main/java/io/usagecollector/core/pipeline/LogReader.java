package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.bloblang.Mapping;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Reads the processor {@code log}. */
final class LogReader {
  private final KeyCheck keys;
  private final Values values;
  private final Findings findings;
  private final ProgramCompiler compiler;
  private final Logger logger;
  private final boolean logValues;

  /**
   * @param logger what {@code log} processors write to
   */
  LogReader(Reading reading, ProgramCompiler compiler, Logger logger) {
    this.keys = reading.keys();
    this.values = reading.values();
    this.findings = reading.findings();
    this.compiler = compiler;
    this.logger = logger;
    // Whether error() may show the event's values here.
    this.logValues = "true".equalsIgnoreCase(reading.environment().get("LOG_VALUES"));
  }

  /** The processor, or null and problems. */
  @Nullable Processor read(ConfigNode.Entry log, String path) {
    if (!(log.value() instanceof ConfigNode.Section section)) {
      findings.problem(log.at(), path + " is a section with level and message");
      return null;
    }
    keys.honoured(section, ProcessorKeys.SECTION + ".log", path);
    Level level = level(section.entry("level"), path + ".level");
    Interpolation message = message(section.entry("message"), log, path + ".message");
    Map<String, Interpolation> fields = fields(section.entry("fields"), path + ".fields");
    Mapping mapping = fieldsMapping(section.entry("fields_mapping"), path + ".fields_mapping");
    if (message == null) {
      return null;
    }
    return new LogProcessor(logger, level, message, fields, mapping, logValues, path);
  }

  private Level level(ConfigNode.@Nullable Entry entry, String path) {
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

  private @Nullable Interpolation message(
      ConfigNode.@Nullable Entry entry, ConfigNode.Entry log, String path) {
    ConfigNode node = entry == null ? empty(log.at()) : entry.value();
    return ProgramText.read(node, path, values)
        .map(text -> compiler.interpolation(text, path))
        .orElse(null);
  }

  private Map<String, Interpolation> fields(ConfigNode.@Nullable Entry entry, String path) {
    if (entry == null) {
      return Map.of();
    }
    if (!(entry.value() instanceof ConfigNode.Section section)) {
      findings.problem(entry.at(), path + " is a section of names and texts");
      return Map.of();
    }
    var fields = new LinkedHashMap<String, Interpolation>();
    for (ConfigNode.Entry field : section.entries()) {
      String at = path + "." + field.key();
      ProgramText.read(field.value(), at, values)
          .map(text -> compiler.interpolation(text, at))
          .ifPresent(text -> fields.put(field.key(), text));
    }
    return Map.copyOf(fields);
  }

  private @Nullable Mapping fieldsMapping(ConfigNode.@Nullable Entry entry, String path) {
    return entry == null
        ? null
        : ProgramText.read(entry.value(), path, values)
            .map(text -> compiler.mapping(text, path))
            .orElse(null);
  }

  private static ConfigNode.Scalar empty(Position at) {
    return new ConfigNode.Scalar(at, Template.of(""), ConfigNode.Style.QUOTED, 0);
  }
}
