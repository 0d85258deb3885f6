package io.usagecollector.cli.unit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds anchors: names that other parts of a file refer to. */
final class Anchors {
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Anchors() {}

  static boolean areIn(Node node) {
    return new Anchors().found(node);
  }

  private boolean found(Node node) {
    if (node.getAnchor().isPresent()) {
      return true;
    }
    if (!(node instanceof CollectionNode<?>) || !seen.add(node)) {
      return false;
    }
    return switch (node) {
      case SequenceNode sequence -> sequence.getValue().stream().anyMatch(this::found);
      case MappingNode mapping ->
          mapping.getValue().stream().anyMatch(tuple -> found(tuple.getValueNode()));
      default -> false;
    };
  }
}
