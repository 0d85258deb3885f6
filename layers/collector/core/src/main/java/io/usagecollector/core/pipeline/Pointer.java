package io.usagecollector.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way into a file, as a JSON pointer has it.
 *
 * @param steps keys and indexes
 */
record Pointer(List<String> steps) {
  Pointer {
    steps = List.copyOf(steps);
  }

  /** {@code /pipeline/processors/0}; {@code ~1} stands for a slash and {@code ~0} for a tilde. */
  static Pointer parse(String text) {
    return new Pointer(
        Stream.of(text.substring(1).split("/", -1))
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  /** The node at its end, or null if there is none. */
  @Nullable ConfigNode find(ConfigNode root) {
    ConfigNode at = root;
    for (String step : steps) {
      at = at == null ? null : below(at, step);
    }
    return at;
  }

  static @Nullable ConfigNode below(ConfigNode node, String step) {
    return switch (node) {
      case ConfigNode.Scalar _ -> null;
      case ConfigNode.Items items -> {
        int index = index(step, items.items().size());
        yield index < 0 ? null : items.items().get(index);
      }
      case ConfigNode.Section section -> {
        ConfigNode.Entry entry = section.entry(step);
        yield entry == null ? null : entry.value();
      }
    };
  }

  /** The element a step names, or -1. */
  static int index(String step, int size) {
    boolean number = !step.isEmpty() && step.length() < 10 && step.chars().allMatch(Pointer::digit);
    return number && Integer.parseInt(step) < size ? Integer.parseInt(step) : -1;
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  /** As errors show it: {@code pipeline.processors[0]}. */
  String shown() {
    var shown = new StringBuilder();
    for (String step : steps) {
      if (!step.isEmpty() && step.chars().allMatch(Pointer::digit)) {
        shown.append('[').append(step).append(']');
      } else {
        shown.append(shown.isEmpty() ? "" : ".").append(step);
      }
    }
    return shown.toString();
  }

  /**
   * The tree with another node at the end of this way, or null if there is no such way. The step
   * {@code -} is the place behind a list's last element.
   */
  @Nullable ConfigNode replace(ConfigNode root, ConfigNode replacement) {
    return replace(root, 0, replacement);
  }

  private @Nullable ConfigNode replace(ConfigNode node, int step, ConfigNode replacement) {
    if (step == steps.size()) {
      return replacement;
    }
    return switch (node) {
      case ConfigNode.Scalar _ -> null;
      case ConfigNode.Items items -> inItems(items, step, replacement);
      case ConfigNode.Section section -> inSection(section, step, replacement);
    };
  }

  private @Nullable ConfigNode inItems(ConfigNode.Items items, int step, ConfigNode replacement) {
    if (steps.get(step).equals("-") && step == steps.size() - 1) {
      var longer = new ArrayList<ConfigNode>(items.items());
      longer.add(replacement);
      return new ConfigNode.Items(items.at(), longer);
    }
    int index = index(steps.get(step), items.items().size());
    ConfigNode below = index < 0 ? null : replace(items.items().get(index), step + 1, replacement);
    if (below == null) {
      return null;
    }
    var changed = new ArrayList<ConfigNode>(items.items());
    changed.set(index, below);
    return new ConfigNode.Items(items.at(), changed);
  }

  private @Nullable ConfigNode inSection(
      ConfigNode.Section section, int step, ConfigNode replacement) {
    var changed = new ArrayList<ConfigNode.Entry>(section.entries());
    for (int i = 0; i < changed.size(); i++) {
      ConfigNode.Entry entry = changed.get(i);
      if (entry.key().equals(steps.get(step))) {
        ConfigNode below = replace(entry.value(), step + 1, replacement);
        if (below == null) {
          return null;
        }
        changed.set(i, new ConfigNode.Entry(entry.key(), entry.at(), below));
        return new ConfigNode.Section(section.at(), changed);
      }
    }
    return null;
  }
}
