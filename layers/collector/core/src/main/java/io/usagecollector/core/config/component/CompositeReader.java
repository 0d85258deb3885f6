package io.usagecollector.core.config.component;

import io.usagecollector.core.config.key.ProcessorKeys;
import io.usagecollector.core.config.mapping.FieldReader;
import io.usagecollector.core.config.reading.EnsureCall;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.place.ProcessorPlace;
import io.usagecollector.core.processor.BranchProcessor;
import io.usagecollector.core.processor.CheckQuery;
import io.usagecollector.core.processor.PlacedMapping;
import io.usagecollector.core.processor.Processor;
import io.usagecollector.core.processor.SwitchProcessor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the processors {@code switch} and {@code branch}, which hold others in their fields. */
final class CompositeReader {
  private final FileReading reading;
  private final FieldReader fields;
  private final ProcessorReader processors;
  private final EnsureCall ensure;

  CompositeReader(FileReading reading, FieldReader fields, ProcessorReader processors) {
    this.reading = reading;
    this.fields = fields;
    this.processors = processors;
    this.ensure = new EnsureCall(reading);
  }

  /** The processor {@code switch}, or null and problems. */
  @Nullable Processor cases(YamlNode.Entry entry, String path) {
    if (!(entry.value() instanceof YamlNode.Items items) || items.items().isEmpty()) {
      reading.findings().problem(entry.at(), path + " must be a list of cases");
      return null;
    }
    var cases = new ArrayList<SwitchProcessor.Case>();
    for (int i = 0; i < items.items().size(); i++) {
      SwitchProcessor.Case one = one(items.items().get(i), path + "[" + i + "]");
      if (one != null) {
        cases.add(one);
      }
    }
    return new SwitchProcessor(List.copyOf(cases));
  }

  private SwitchProcessor.@Nullable Case one(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Section section)) {
      reading.findings().problem(node.at(), path + " must be a section with check and processors");
      return null;
    }
    reading.keys().honoured(section, ProcessorKeys.SECTION + ".switch[]", path);
    PlacedMapping check = fields.mapping(section.entry("check"), path + ".check");
    YamlNode.Entry through = section.entry("fallthrough");
    return new SwitchProcessor.Case(
        check == null ? null : new CheckQuery(check.mapping(), check.place()),
        steps(section, path),
        through != null && reading.values().flag(through.value(), path + ".fallthrough"));
  }

  /** The processor {@code branch}; null where it is a setting of ours, or with problems. */
  @Nullable Processor branch(YamlNode.Entry entry, String path) {
    if (!(entry.value() instanceof YamlNode.Section section)) {
      reading
          .findings()
          .problem(
              entry.at(), path + " must be a section with request_map, processors and result_map");
      return null;
    }
    reading.keys().honoured(section, ProcessorKeys.SECTION + ".branch", path);
    if (ensure.takes(section, path)) {
      fields.mapping(section.entry("request_map"), path + ".request_map");
      return null;
    }
    return new BranchProcessor(
        fields.mapping(section.entry("request_map"), path + ".request_map"),
        steps(section, path),
        fields.mapping(section.entry("result_map"), path + ".result_map"),
        new ProcessorPlace(path, reading.file(), entry.at(), null));
  }

  /** Upstream refuses both without processors. */
  private List<Processor> steps(YamlNode.Section section, String path) {
    YamlNode.Entry entry = section.entry("processors");
    boolean some =
        entry != null
            && !(entry.value() instanceof YamlNode.Items items && items.items().isEmpty());
    if (!some || entry == null) {
      reading
          .findings()
          .problem(section.at(), path + " has no processors: write processors: [{noop: {}}]");
      return List.of();
    }
    return processors.list(entry.value(), path + ".processors");
  }
}
