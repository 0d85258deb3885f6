package io.usagecollector.core.config.mapping;

import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.yaml.WrittenText;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.place.Position;
import io.usagecollector.core.place.ProcessorPlace;
import io.usagecollector.core.processor.PlacedMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of processors that hold Bloblang. */
public final class FieldReader {
  private final FileReading reading;
  private final MappingCompiler compiler;

  public FieldReader(FileReading reading, MappingCompiler compiler) {
    this.reading = reading;
    this.compiler = compiler;
  }

  /**
   * The mapping at an entry; null where there is none, or an empty one, or, with problems, no good
   * one.
   */
  public @Nullable PlacedMapping mapping(YamlNode.@Nullable Entry entry, String path) {
    if (entry == null || entry.value().isNull()) {
      return null;
    }
    YamlNode node = entry.value();
    MappingText text = MappingText.read(node, path, reading.values()).orElse(null);
    Mapping mapping =
        text == null || text.expanded().isEmpty() ? null : compiler.mapping(text, path);
    return mapping == null || text == null
        ? null
        : new PlacedMapping(mapping, new ProcessorPlace(path, reading.file(), node.at(), text));
  }

  /** The text with its queries at an entry; an empty one where there is none; null and problems. */
  public @Nullable Interpolation text(YamlNode.@Nullable Entry entry, Position at, String path) {
    YamlNode node =
        entry == null
            ? new YamlNode.Scalar(at, WrittenText.of(""), YamlNode.Style.MARKED, _ -> at)
            : entry.value();
    return MappingText.read(node, path, reading.values())
        .map(text -> compiler.interpolation(text, path))
        .orElse(null);
  }

  /** Names and their texts. */
  public Map<String, Interpolation> texts(YamlNode.@Nullable Entry entry, String path) {
    if (entry == null || entry.value().isNull()) {
      return Map.of();
    }
    if (!(entry.value() instanceof YamlNode.Section section)) {
      reading.findings().problem(entry.at(), path + " must be a section of names and texts");
      return Map.of();
    }
    var texts = new LinkedHashMap<String, Interpolation>();
    for (YamlNode.Entry field : section.entries()) {
      Interpolation text = text(field, field.at(), path + "." + field.key());
      if (text != null) {
        texts.put(field.key(), text);
      }
    }
    return Map.copyOf(texts);
  }
}
