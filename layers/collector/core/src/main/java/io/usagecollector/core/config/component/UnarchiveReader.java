package io.usagecollector.core.config.component;

import io.usagecollector.core.config.key.ProcessorKeys;
import io.usagecollector.core.config.reading.ConfigValues;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.place.ProcessorPlace;
import io.usagecollector.core.processor.Processor;
import io.usagecollector.core.processor.UnarchiveProcessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the processor {@code unarchive}. */
final class UnarchiveReader {
  private static final String KNOWN = ": the formats here are json_array and lines";

  private final FileReading reading;

  UnarchiveReader(FileReading reading) {
    this.reading = reading;
  }

  /** The processor, or null and problems. */
  @Nullable Processor read(YamlNode.Entry entry, String path) {
    if (!(entry.value() instanceof YamlNode.Section section)) {
      reading.findings().problem(entry.at(), path + " must be a section with a format");
      return null;
    }
    reading.keys().honoured(section, ProcessorKeys.SECTION + ".unarchive", path);
    YamlNode.Entry format = section.entry("format");
    if (format == null) {
      reading.findings().problem(entry.at(), path + ".format is missing" + KNOWN);
      return null;
    }
    var place = new ProcessorPlace(path, reading.file(), entry.at(), null);
    return reading
        .values()
        .text(format.value(), path + ".format")
        .flatMap(name -> format(name.strip(), format, path + ".format"))
        .map(known -> new UnarchiveProcessor(known, place))
        .orElse(null);
  }

  private Optional<UnarchiveProcessor.Format> format(
      String name, YamlNode.Entry entry, String path) {
    return switch (name) {
      case "json_array" -> Optional.of(UnarchiveProcessor.Format.JSON_ARRAY);
      case "lines" -> Optional.of(UnarchiveProcessor.Format.LINES);
      default -> {
        reading.findings().problem(entry.value().at(), path + refusal(name, entry));
        yield Optional.empty();
      }
    };
  }

  private static String refusal(String name, YamlNode.Entry entry) {
    String format = name.startsWith("csv:") ? "csv" : name;
    return switch (format) {
      case "json_documents" -> " json_documents cannot be had here: write lines, a document a line";
      case "json_map" -> " json_map cannot be had here: make an array of it with key_values()";
      case "csv" -> " csv cannot be had here: make an array of it with parse_csv()";
      case "tar", "zip", "binary", "xml_documents_to_json", "xml_documents_to_json:cast" ->
          " " + format + " cannot be had here: produce records of JSON" + KNOWN;
      default -> " " + ConfigValues.written(entry.value()) + " is none" + KNOWN;
    };
  }
}
