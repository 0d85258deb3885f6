package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.bloblang.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of processors that hold Bloblang. */
final class FieldReader {
  private final Reading reading;
  private final ProgramCompiler compiler;

  FieldReader(Reading reading, ProgramCompiler compiler) {
    this.reading = reading;
    this.compiler = compiler;
  }

  /**
   * The mapping at an entry; null where there is none, or an empty one, or, with problems, no good
   * one.
   */
  @Nullable PlacedMapping mapping(ConfigNode.@Nullable Entry entry, String path) {
    if (entry == null) {
      return null;
    }
    ConfigNode node = entry.value();
    ProgramText text = ProgramText.read(node, path, reading.values()).orElse(null);
    Mapping mapping =
        text == null || text.expanded().isEmpty() ? null : compiler.mapping(text, path);
    return mapping == null || text == null
        ? null
        : new PlacedMapping(mapping, new Place(path, reading.file(), node.at(), text));
  }

  /** The text with its queries at an entry; an empty one where there is none; null and problems. */
  @Nullable Interpolation text(ConfigNode.@Nullable Entry entry, Position at, String path) {
    ConfigNode node =
        entry == null
            ? new ConfigNode.Scalar(at, Template.of(""), ConfigNode.Style.MARKED, _ -> at)
            : entry.value();
    return ProgramText.read(node, path, reading.values())
        .map(text -> compiler.interpolation(text, path))
        .orElse(null);
  }

  /** Names and their texts. */
  Map<String, Interpolation> texts(ConfigNode.@Nullable Entry entry, String path) {
    if (entry == null) {
      return Map.of();
    }
    if (!(entry.value() instanceof ConfigNode.Section section)) {
      reading.findings().problem(entry.at(), path + " is a section of names and texts");
      return Map.of();
    }
    var texts = new LinkedHashMap<String, Interpolation>();
    for (ConfigNode.Entry field : section.entries()) {
      Interpolation text = text(field, field.at(), path + "." + field.key());
      if (text != null) {
        texts.put(field.key(), text);
      }
    }
    return Map.copyOf(texts);
  }
}
