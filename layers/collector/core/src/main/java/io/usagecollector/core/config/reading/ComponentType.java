package io.usagecollector.core.config.reading;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.yaml.YamlNode;
import java.util.List;

/** The key {@code type}, which names the component beside it: upstream's older way to write one. */
public final class ComponentType {
  private static final String KEY = "type";

  /** Keys of a component that are none themselves. */
  private static final List<String> BESIDE = List.of(KEY, "label", "processors");

  private final ConfigValues values;
  private final Findings findings;

  public ComponentType(FileReading reading) {
    this.values = reading.values();
    this.findings = reading.findings();
  }

  /**
   * The section without its type; a problem where that names another component than stands there.
   *
   * @param path the section as the file's reader knows it
   */
  public YamlNode.Section without(YamlNode.Section section, String path) {
    YamlNode.Entry type = section.entry(KEY);
    if (type == null) {
      return section;
    }
    if (!type.value().isNull()) {
      values
          .text(type.value(), path + "." + KEY)
          .ifPresent(name -> check(name.strip(), type, section, path));
    }
    return new YamlNode.Section(
        section.at(),
        section.entries().stream().filter(entry -> !entry.key().equals(KEY)).toList());
  }

  private void check(String name, YamlNode.Entry type, YamlNode.Section section, String path) {
    if (section.entry(name) != null && !name.equals(KEY)) {
      return;
    }
    String beside =
        section.entries().stream()
            .map(YamlNode.Entry::key)
            .filter(key -> !BESIDE.contains(key))
            .findFirst()
            .map(key -> ", and beside it stands " + key + ": leave the type out")
            .orElse(", which does not stand beside it: write its key, and leave the type out");
    findings.problem(
        type.at(), path + "." + KEY + " is " + ConfigValues.written(type.value()) + beside);
  }
}
