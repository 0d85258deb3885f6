package io.usagecollector.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The labels of components. */
final class Labels {
  private Labels() {}

  /** A component's label, or null if it has none. */
  static @Nullable String of(ConfigNode component) {
    ConfigNode.Entry entry =
        component instanceof ConfigNode.Section section ? section.entry("label") : null;
    return entry != null && entry.value() instanceof ConfigNode.Scalar scalar
        ? scalar.text().written().strip()
        : null;
  }

  /** The way to the component of this label, or null if there is none. */
  static @Nullable List<String> find(ConfigNode root, String label) {
    var way = new ArrayList<String>();
    return find(root, label, way) ? way : null;
  }

  private static boolean find(ConfigNode node, String label, List<String> way) {
    if (label.equals(of(node))) {
      return true;
    }
    return switch (node) {
      case ConfigNode.Scalar _ -> false;
      case ConfigNode.Items items -> {
        for (int i = 0; i < items.items().size(); i++) {
          if (findBelow(items.items().get(i), Integer.toString(i), label, way)) {
            yield true;
          }
        }
        yield false;
      }
      case ConfigNode.Section section -> {
        for (ConfigNode.Entry entry : section.entries()) {
          if (findBelow(entry.value(), entry.key(), label, way)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  private static boolean findBelow(ConfigNode node, String step, String label, List<String> way) {
    way.add(step);
    if (find(node, label, way)) {
      return true;
    }
    way.removeLast();
    return false;
  }
}
