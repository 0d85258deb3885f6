package io.usagecollector.tooling.trial;

import io.usagecollector.bloblang.Tracer;
import io.usagecollector.core.config.mapping.FieldReader;
import io.usagecollector.core.config.mapping.MappingCompiler;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.processor.PlacedMapping;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads {@code input.generate}, for tools. */
public final class GenerateReader {
  private static final String PATH = "input.generate";

  private final FileReading reading;
  private final MappingCompiler compiler;

  public GenerateReader(FileReading reading, @Nullable Tracer tracer) {
    this.reading = reading;
    this.compiler = new MappingCompiler(reading, false, tracer);
  }

  /** What it generates, or null and problems. */
  public @Nullable Generated read(YamlNode node) {
    if (!(node instanceof YamlNode.Section section)) {
      reading.findings().problem(node.at(), PATH + " must be a section with a mapping");
      return null;
    }
    reading.keys().known(section, PATH, PATH);
    PlacedMapping mapping =
        new FieldReader(reading, compiler).mapping(section.entry("mapping"), PATH + ".mapping");
    if (mapping == null && section.entry("mapping") == null) {
      reading.findings().problem(node.at(), PATH + ".mapping is missing");
    }
    int count = number(section, "count", 0);
    int batchSize = number(section, "batch_size", 1);
    return mapping == null
        ? null
        : new Generated(compiler.compiled().getFirst(), count, Math.max(1, batchSize));
  }

  private int number(YamlNode.Section section, String key, int otherwise) {
    YamlNode.Entry entry = section.entry(key);
    OptionalInt number =
        entry == null
            ? OptionalInt.empty()
            : reading.values().integer(entry.value(), PATH + "." + key);
    return Math.max(0, number.orElse(otherwise));
  }
}
