package io.usagecollector.core.config.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * YAML's merge keys: {@code <<: *other} stands for the keys of another section, {@code <<: [*a,
 * *b]} for those of several. A section's own keys go before merged ones, and an earlier section's
 * before a later one's. Configurations and test files are read alike.
 */
final class MergeKeys {
  private static final String KEY = "<<";

  /** Nodes that were begun; an alias stands for a node that was written before it. */
  private final Set<Node> begun = Collections.newSetFromMap(new IdentityHashMap<>());

  private MergeKeys() {}

  /**
   * Writes out the merge keys of a document that was composed.
   *
   * @throws ComposerException where one merges what is no section
   */
  static void writeOut(Node root) {
    new MergeKeys().in(root);
  }

  private void in(Node node) {
    if (!begun.add(node)) {
      return;
    }
    switch (node) {
      case SequenceNode sequence -> sequence.getValue().forEach(this::in);
      case MappingNode mapping -> section(mapping);
      default -> {}
    }
  }

  private void section(MappingNode mapping) {
    List<NodeTuple> own = new ArrayList<>();
    List<MappingNode> merged = new ArrayList<>();
    for (NodeTuple entry : mapping.getValue()) {
      in(entry.getKeyNode());
      in(entry.getValueNode());
      if (!isMerge(entry.getKeyNode())) {
        own.add(entry);
      } else if (merged.isEmpty()) {
        merged.addAll(sections(entry.getValueNode()));
      } else {
        throw refusal("the key << stands here a second time: give it a list", entry.getKeyNode());
      }
    }
    if (!merged.isEmpty()) {
      mapping.setValue(together(own, merged));
    }
  }

  /** Only the bare word merges: in quotes it is a key like any other. */
  private static boolean isMerge(Node key) {
    return key instanceof ScalarNode scalar
        && scalar.getScalarStyle() == ScalarStyle.PLAIN
        && scalar.getValue().equals(KEY);
  }

  private static List<MappingNode> sections(Node value) {
    List<Node> nodes = value instanceof SequenceNode list ? list.getValue() : List.of(value);
    List<MappingNode> sections = new ArrayList<>();
    for (Node node : nodes) {
      if (!(node instanceof MappingNode section) || section.isRecursive()) {
        throw refusal("<< merges a section, or a list of sections, that stands before it", node);
      }
      sections.add(section);
    }
    return sections;
  }

  private static List<NodeTuple> together(List<NodeTuple> own, List<MappingNode> merged) {
    List<NodeTuple> all = new ArrayList<>(own);
    Set<Object> keys = new HashSet<>();
    own.forEach(entry -> keys.add(name(entry)));
    for (MappingNode section : merged) {
      for (NodeTuple entry : section.getValue()) {
        if (keys.add(name(entry))) {
          all.add(entry);
        }
      }
    }
    return all;
  }

  /** What makes two keys the same. */
  private static Object name(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : entry.getKeyNode();
  }

  private static ComposerException refusal(String text, Node at) {
    return new ComposerException(text, at.getStartMark());
  }
}
