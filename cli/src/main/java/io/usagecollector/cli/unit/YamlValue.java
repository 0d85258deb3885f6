package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.formats.YamlScalar;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What a part of a test file stands for, as upstream's YAML library reads it. */
final class YamlValue {
  private final String file;
  private final Problems problems;

  YamlValue(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The value; null, and a problem, where it can be none. */
  Value of(Node node) {
    if (node.isRecursive()) {
      return problem(node, "an alias stands for what it lies in");
    }
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> array(sequence);
      case MappingNode mapping -> object(mapping);
      default -> problem(node, "neither a value nor a list nor a section");
    };
  }

  /** The keys and values of a section; none, and a problem, where it is no section. */
  MapObj section(Node node, String what) {
    if (of(node) instanceof MapObj object) {
      return object;
    }
    problem(node, what + " must be a section");
    return new MapObj();
  }

  private Value problem(Node node, String text) {
    problems.add(YamlText.at(file, node), text);
    return Null.NULL;
  }

  private static Value scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN || scalar.getTag().equals(Tag.BINARY)) {
      return Str.of(text);
    }
    return YamlScalar.resolve(text);
  }

  private Value array(SequenceNode sequence) {
    ListArr array = ListArr.withCapacity(sequence.getValue().size());
    sequence.getValue().forEach(element -> array.add(of(element)));
    return array;
  }

  private Value object(MappingNode mapping) {
    MapObj object = new MapObj(null, mapping.getValue().size());
    for (NodeTuple member : mapping.getValue()) {
      Node key = member.getKeyNode();
      if (key instanceof ScalarNode scalar) {
        object.put(Str.of(scalar.getValue()), of(member.getValueNode()));
      } else {
        problem(key, "a key is a word here");
      }
    }
    return object;
  }
}
