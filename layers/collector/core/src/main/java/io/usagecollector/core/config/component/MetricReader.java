package io.usagecollector.core.config.component;

import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.core.config.key.ProcessorKeys;
import io.usagecollector.core.config.mapping.FieldReader;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.processor.MetricProcessor;
import io.usagecollector.core.processor.Processor;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Reads the processor {@code metric}. */
final class MetricReader {
  private final FileReading reading;
  private final FieldReader fields;
  private final Logger logger;

  /**
   * @param logger told what cannot be measured
   */
  MetricReader(FileReading reading, FieldReader fields, Logger logger) {
    this.reading = reading;
    this.fields = fields;
    this.logger = logger;
  }

  /** The processor, or null and problems. */
  @Nullable Processor read(YamlNode.Entry entry, String path) {
    if (!(entry.value() instanceof YamlNode.Section section)) {
      reading.findings().problem(entry.at(), path + " must be a section with type and name");
      return null;
    }
    reading.keys().honoured(section, ProcessorKeys.SECTION + ".metric", path);
    MetricProcessor.Type type = type(section, path);
    String name = required(section, "name", path);
    Interpolation value = fields.text(section.entry("value"), entry.at(), path + ".value");
    Map<String, Interpolation> labels = fields.texts(section.entry("labels"), path + ".labels");
    return type == null || name == null || value == null
        ? null
        : new MetricProcessor(type, name, value, labels, logger, path);
  }

  private MetricProcessor.@Nullable Type type(YamlNode.Section section, String path) {
    String name = required(section, "type", path);
    return switch (name == null ? "" : name.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "counter" -> MetricProcessor.Type.COUNTER;
      case "counter_by" -> MetricProcessor.Type.COUNTER_BY;
      case "gauge" -> MetricProcessor.Type.GAUGE;
      case "timing" -> MetricProcessor.Type.TIMING;
      default -> {
        reading
            .findings()
            .problem(section.at(), path + ".type is counter, counter_by, gauge or timing");
        yield null;
      }
    };
  }

  private @Nullable String required(YamlNode.Section section, String key, String path) {
    YamlNode.Entry entry = section.entry(key);
    if (entry == null) {
      reading.findings().problem(section.at(), path + "." + key + " is missing");
      return null;
    }
    String text =
        reading.values().text(entry.value(), path + "." + key).map(String::strip).orElse(null);
    if (text != null && text.isEmpty()) {
      reading.findings().problem(entry.value().at(), path + "." + key + " is empty");
      return null;
    }
    return text;
  }
}
