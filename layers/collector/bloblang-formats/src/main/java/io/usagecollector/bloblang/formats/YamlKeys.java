package io.usagecollector.bloblang.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The keys of a mapping: its own, each once, and the mappings that {@code <<} merges into it. */
final class YamlKeys {
  private final Map<String, Node> own = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final List<MappingNode> merged = new ArrayList<>();
  private boolean text = true;

  YamlKeys(MappingNode node) {
    for (NodeTuple member : node.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode key)) {
        throw new YamlEngineException("a key that is no scalar");
      }
      if (isMerge(key)) {
        merge(member.getValueNode());
      } else {
        add(key, member.getValueNode());
      }
    }
  }

  Map<String, Node> own() {
    return own;
  }

  /** The first of them that has a key gives it. */
  List<MappingNode> merged() {
    return merged;
  }

  private static boolean isMerge(ScalarNode key) {
    return key.getTag().equals(YamlSchema.UNDECIDED)
        && key.getScalarStyle() == ScalarStyle.PLAIN
        && key.getValue().equals("<<");
  }

  /** Whether all of them are text: a mapping with others is no object. */
  boolean areText() {
    return text;
  }

  private void add(ScalarNode key, Node value) {
    text &= YamlScalar.isText(key);
    int line = key.getStartMark().map(Mark::getLine).orElse(0) + 1;
    Integer before = lines.put(key.getValue(), line);
    if (before != null) {
      throw new YamlEngineException(
          "unmarshal errors:\n  line %d: mapping key \"%s\" already defined at line %d"
              .formatted(line, key.getValue(), before));
    }
    own.put(key.getValue(), value);
  }

  private void merge(Node value) {
    switch (value) {
      case MappingNode mapping -> merged.add(mapping);
      case SequenceNode sequence -> sequence.getValue().forEach(this::mergeOne);
      default -> throw notMergeable();
    }
  }

  private void mergeOne(Node value) {
    if (!(value instanceof MappingNode mapping)) {
      throw notMergeable();
    }
    merged.add(mapping);
  }

  private static YamlEngineException notMergeable() {
    return new YamlEngineException("map merge requires map or sequence of maps as the value");
  }
}
