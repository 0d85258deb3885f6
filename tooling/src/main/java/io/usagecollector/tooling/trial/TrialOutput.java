package io.usagecollector.tooling.trial;

import io.usagecollector.core.config.reading.Labels;
import io.usagecollector.core.config.yaml.Pointer;
import io.usagecollector.core.config.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which service a file's events are for. Its output may be incomplete, and its variables unset: the
 * name of the component is all that is looked at.
 */
final class TrialOutput {
  private static final List<String> OPENMETER = List.of("openmeter", "http_client");
  private static final List<String> WRAPPING = List.of("retry", "drop_on");
  private static final int DEEPEST = 20;

  private final YamlNode root;

  private TrialOutput(YamlNode root) {
    this.root = root;
  }

  static boolean isOpenMeter(YamlNode root) {
    return new TrialOutput(root).leadsThere(Pointer.below(root, "output"), 0);
  }

  private boolean leadsThere(@Nullable YamlNode output, int depth) {
    if (!(output instanceof YamlNode.Section section) || depth > DEEPEST) {
      return false;
    }
    return section.entries().stream()
        .anyMatch(entry ->
            OPENMETER.contains(entry.key())
                || leadsThere(within(entry.key(), entry.value()), depth + 1));
  }

  private @Nullable YamlNode within(String key, YamlNode value) {
    if (WRAPPING.contains(key)) {
      return Pointer.below(value, "output");
    }
    return switch (key) {
      case "fallback" ->
          value instanceof YamlNode.Items list && !list.items().isEmpty()
              ? list.items().getFirst()
              : null;
      case "resource" -> labelled(value);
      default -> null;
    };
  }

  private @Nullable YamlNode labelled(YamlNode label) {
    if (label instanceof YamlNode.Scalar name
        && Pointer.below(root, "output_resources") instanceof YamlNode.Items list) {
      return list.items().stream()
          .filter(item -> name.text().written().strip().equals(Labels.of(item)))
          .findFirst()
          .orElse(null);
    }
    return null;
  }
}
