package io.usagecollector.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the processors {@code switch} and {@code branch}, which hold others in their fields. */
final class CompositeReader {
  private final Reading reading;
  private final FieldReader fields;
  private final ProcessorReader processors;

  CompositeReader(Reading reading, FieldReader fields, ProcessorReader processors) {
    this.reading = reading;
    this.fields = fields;
    this.processors = processors;
  }

  /** The processor {@code switch}, or null and problems. */
  @Nullable Processor cases(ConfigNode.Entry entry, String path) {
    if (!(entry.value() instanceof ConfigNode.Items items) || items.items().isEmpty()) {
      reading.findings().problem(entry.at(), path + " is a list of cases");
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

  private SwitchProcessor.@Nullable Case one(ConfigNode node, String path) {
    if (!(node instanceof ConfigNode.Section section)) {
      reading.findings().problem(node.at(), path + " is a section with check and processors");
      return null;
    }
    reading.keys().honoured(section, ProcessorKeys.SECTION + ".switch[]", path);
    PlacedMapping check = fields.mapping(section.entry("check"), path + ".check");
    ConfigNode.Entry through = section.entry("fallthrough");
    return new SwitchProcessor.Case(
        check == null ? null : new Check(check.mapping(), check.place()),
        steps(section, path),
        through != null && reading.values().flag(through.value(), path + ".fallthrough"));
  }

  /** The processor {@code branch}, or null and problems. */
  @Nullable Processor branch(ConfigNode.Entry entry, String path) {
    if (!(entry.value() instanceof ConfigNode.Section section)) {
      reading
          .findings()
          .problem(entry.at(), path + " is a section with request_map, processors and result_map");
      return null;
    }
    reading.keys().honoured(section, ProcessorKeys.SECTION + ".branch", path);
    return new BranchProcessor(
        fields.mapping(section.entry("request_map"), path + ".request_map"),
        steps(section, path),
        fields.mapping(section.entry("result_map"), path + ".result_map"),
        new Place(path, reading.file(), entry.at(), null));
  }

  /** Upstream refuses both without processors. */
  private List<Processor> steps(ConfigNode.Section section, String path) {
    ConfigNode.Entry entry = section.entry("processors");
    boolean some =
        entry != null
            && !(entry.value() instanceof ConfigNode.Items items && items.items().isEmpty());
    if (!some || entry == null) {
      reading
          .findings()
          .problem(section.at(), path + " has no processors: write processors: [{noop: {}}]");
      return List.of();
    }
    return processors.list(entry.value(), path + ".processors");
  }
}
