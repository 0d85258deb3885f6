package io.usagecollector.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A CloudFormation template as maps, lists and texts; {@code !Ref x} is {@code {"!Ref": x}}. */
record Template(Map<String, Object> root) {
  static Template read(Path file) {
    try {
      Node node =
          new Compose(LoadSettings.builder().build())
              .composeString(Files.readString(file))
              .orElseThrow();
      return new Template(map(value(node)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> parameters() {
    return in(root, "Parameters").keySet();
  }

  /** What a parameter is declared as. */
  Map<String, Object> parameter(String name) {
    return in(root, "Parameters", name);
  }

  /** A resource with its condition and all. */
  Map<String, Object> whole(String name) {
    return in(root, "Resources", name);
  }

  /** A resource's properties. */
  Map<String, Object> resource(String name) {
    return in(whole(name), "Properties");
  }

  /** The properties of all resources of a type. */
  Map<String, Map<String, Object>> resources(String type) {
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    in(root, "Resources")
        .forEach((name, resource) -> {
          if (type.equals(map(resource).get("Type"))) {
            found.put(name, resource(name));
          }
        });
    return found;
  }

  static String text(Map<String, Object> properties, String name) {
    return (String) properties.get(name);
  }

  static Map<String, Object> in(Map<String, Object> from, String... path) {
    Map<String, Object> at = from;
    for (String step : path) {
      at = map(at.get(step));
    }
    return at;
  }

  /** The arguments of an intrinsic function. */
  static List<?> list(Object value, String function) {
    return (List<?>) map(value).get(function);
  }

  @SuppressWarnings("unchecked") // The one place where the untyped tree is given its type.
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static Object value(Node node) {
    Object plain =
        switch (node) {
          case ScalarNode scalar -> scalar.getValue();
          case SequenceNode sequence -> sequence.getValue().stream().map(Template::value).toList();
          case MappingNode mapping -> mapping(mapping);
          default -> throw new IllegalArgumentException(node.getNodeType().toString());
        };
    String tag = node.getTag().getValue();
    return tag.startsWith("!") ? Map.of(tag, plain) : plain;
  }

  private static Map<String, Object> mapping(MappingNode mapping) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      values.put(((ScalarNode) tuple.getKeyNode()).getValue(), value(tuple.getValueNode()));
    }
    return values;
  }
}
