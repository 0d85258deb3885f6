package io.usagecollector.core.config.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way into a file, as a JSON pointer has it.
 *
 * @param steps keys and indexes
 */
public record Pointer(List<String> steps) {
  public Pointer {
    steps = List.copyOf(steps);
  }

  /** {@code /pipeline/processors/0}; {@code ~1} stands for a slash and {@code ~0} for a tilde. */
  public static Pointer parse(String text) {
    return new Pointer(
        Stream.of(text.substring(1).split("/", -1))
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  /** The node at its end, or null if there is none. */
  public @Nullable YamlNode find(YamlNode root) {
    YamlNode at = root;
    for (String step : steps) {
      at = at == null ? null : below(at, step);
    }
    return at;
  }

  public static @Nullable YamlNode below(YamlNode node, String step) {
    return switch (node) {
      case YamlNode.Scalar _ -> null;
      case YamlNode.Items items -> {
        int index = index(step, items.items().size());
        yield index < 0 ? null : items.items().get(index);
      }
      case YamlNode.Section section -> {
        YamlNode.Entry entry = section.entry(step);
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
  public String shown() {
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
  public @Nullable YamlNode replace(YamlNode root, YamlNode replacement) {
    return replace(root, 0, replacement);
  }

  private @Nullable YamlNode replace(YamlNode node, int step, YamlNode replacement) {
    if (step == steps.size()) {
      return replacement;
    }
    return switch (node) {
      case YamlNode.Scalar _ -> null;
      case YamlNode.Items items -> inItems(items, step, replacement);
      case YamlNode.Section section -> inSection(section, step, replacement);
    };
  }

  private @Nullable YamlNode inItems(YamlNode.Items items, int step, YamlNode replacement) {
    if (steps.get(step).equals("-") && step == steps.size() - 1) {
      var longer = new ArrayList<YamlNode>(items.items());
      longer.add(replacement);
      return new YamlNode.Items(items.at(), longer);
    }
    int index = index(steps.get(step), items.items().size());
    YamlNode below = index < 0 ? null : replace(items.items().get(index), step + 1, replacement);
    if (below == null) {
      return null;
    }
    var changed = new ArrayList<YamlNode>(items.items());
    changed.set(index, below);
    return new YamlNode.Items(items.at(), changed);
  }

  private @Nullable YamlNode inSection(YamlNode.Section section, int step, YamlNode replacement) {
    var changed = new ArrayList<YamlNode.Entry>(section.entries());
    for (int i = 0; i < changed.size(); i++) {
      YamlNode.Entry entry = changed.get(i);
      if (entry.key().equals(steps.get(step))) {
        YamlNode below = replace(entry.value(), step + 1, replacement);
        if (below == null) {
          return null;
        }
        changed.set(i, new YamlNode.Entry(entry.key(), entry.at(), below));
        return new YamlNode.Section(section.at(), changed);
      }
    }
    return null;
  }
}
