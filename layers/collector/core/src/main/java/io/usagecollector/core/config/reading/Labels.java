package io.usagecollector.core.config.reading;

import io.usagecollector.core.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The labels of components. */
public final class Labels {
  private Labels() {}

  /** A component's label, or null if it has none. */
  public static @Nullable String of(YamlNode component) {
    YamlNode.Entry entry =
        component instanceof YamlNode.Section section ? section.entry("label") : null;
    return entry != null && entry.value() instanceof YamlNode.Scalar scalar
        ? scalar.text().written().strip()
        : null;
  }

  /** The way to the component of this label, or null if there is none. */
  public static @Nullable List<String> find(YamlNode root, String label) {
    var way = new ArrayList<String>();
    return find(root, label, way) ? way : null;
  }

  private static boolean find(YamlNode node, String label, List<String> way) {
    if (label.equals(of(node))) {
      return true;
    }
    return switch (node) {
      case YamlNode.Scalar _ -> false;
      case YamlNode.Items items -> {
        for (int i = 0; i < items.items().size(); i++) {
          if (findBelow(items.items().get(i), Integer.toString(i), label, way)) {
            yield true;
          }
        }
        yield false;
      }
      case YamlNode.Section section -> {
        for (YamlNode.Entry entry : section.entries()) {
          if (findBelow(entry.value(), entry.key(), label, way)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  private static boolean findBelow(YamlNode node, String step, String label, List<String> way) {
    way.add(step);
    if (find(node, label, way)) {
      return true;
    }
    way.removeLast();
    return false;
  }
}
