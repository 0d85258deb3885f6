package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.Nearest;
import io.usagecollector.cli.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Keys and values at a place of a test file. */
final class Section {
  /** A key and what stands under it. */
  record Entry(String key, Place at, Node value) {}

  private final String file;
  private final Place at;
  private final Problems problems;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private Section(String file, Node node, Problems problems) {
    this.file = file;
    this.at = YamlText.at(file, node);
    this.problems = problems;
  }

  /** The section at a node; without entries, and a problem, where it is none. */
  static Section of(String file, Node node, String what, Problems problems) {
    Section section = new Section(file, node, problems);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(section::add);
    } else {
      problems.add(section.at, what + " must be a section");
    }
    return section;
  }

  private void add(NodeTuple tuple) {
    Place place = YamlText.at(file, tuple.getKeyNode());
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add(place, "a key is a word here");
      return;
    }
    Entry entry = new Entry(key.getValue(), place, tuple.getValueNode());
    if (entries.putIfAbsent(entry.key, entry) != null) {
      problems.add(place, "the key " + entry.key + " stands here a second time");
    }
  }

  /** Where it begins. */
  Place at() {
    return at;
  }

  /** The entries whose keys are known; every other is a problem. */
  List<Entry> known(List<String> keys) {
    entries.values().stream()
        .filter(entry -> !keys.contains(entry.key))
        .forEach(entry -> problems.add(entry.at, "unknown key " + entry.key + hint(entry, keys)));
    return entries.values().stream().filter(entry -> keys.contains(entry.key)).toList();
  }

  private static String hint(Entry entry, List<String> keys) {
    return Nearest.to(entry.key, keys, 2)
        .map(near -> ": did you mean " + near + "?")
        .orElse(": known here are " + String.join(", ", keys));
  }

  /** All entries, whatever their keys. */
  List<Entry> all() {
    return List.copyOf(entries.values());
  }

  Optional<Entry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The text under a key; empty, with a problem, where it is none. */
  String text(Entry entry) {
    if (entry.value instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return scalar.getValue();
    }
    if (!(entry.value instanceof ScalarNode)) {
      problems.add(entry.at, entry.key + " must be a text");
    }
    return "";
  }

  /** The elements of the list under a key; none, with a problem, where it is no list. */
  List<Node> list(Entry entry) {
    return list(entry.value, entry.key);
  }

  /** The elements of a list; none, with a problem, where it is no list. */
  List<Node> list(Node node, String what) {
    if (node instanceof SequenceNode sequence) {
      return new ArrayList<>(sequence.getValue());
    }
    problems.add(YamlText.at(file, node), what + " must be a list");
    return List.of();
  }
}
