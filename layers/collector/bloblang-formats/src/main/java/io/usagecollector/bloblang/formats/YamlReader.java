package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads the first document of a YAML text. */
final class YamlReader {
  /** Deeper documents are nobody's, and the parser recurses. */
  private static final int MAX_DEPTH = 500;

  /** An alias may stand for a part many times over; what they make together is bounded. */
  private static final int MAX_NODES = 1_000_000;

  private static final String FAILED = "failed to parse value as YAML: ";
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setSchema(new CoreSchema()).setAllowNonScalarKeys(false).build();

  private int nodes;

  private YamlReader() {}

  /** The value, or an {@link Err}. */
  static Value read(String text) {
    try {
      checkDepth(text);
      return new Compose(SETTINGS)
          .composeString(text)
          .map(root -> new YamlReader().value(root))
          .orElse(Null.NULL);
    } catch (YamlEngineException e) {
      return Err.of(FAILED + e.getMessage(), FAILED + "it is no YAML");
    }
  }

  private static void checkDepth(String text) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
      }
      if (depth > MAX_DEPTH) {
        throw new YamlEngineException("more than " + MAX_DEPTH + " levels deep");
      }
    }
  }

  private Value value(Node node) {
    if (++nodes > MAX_NODES) {
      throw new YamlEngineException("its aliases make more than " + MAX_NODES + " values");
    }
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> array(sequence.getValue());
      case MappingNode mapping -> object(mapping);
      default -> throw new YamlEngineException("an alias within itself");
    };
  }

  private static Value scalar(ScalarNode node) {
    Tag tag = node.getTag();
    String text = node.getValue();
    if (tag.equals(Tag.NULL)) {
      return Null.NULL;
    }
    boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
    return plain ? YamlScalar.resolve(text) : Str.of(text);
  }

  private Value array(List<Node> elements) {
    ListArr array = ListArr.withCapacity(elements.size());
    elements.forEach(element -> array.add(value(element)));
    return array;
  }

  private Value object(MappingNode node) {
    if (node.isRecursive()) {
      throw new YamlEngineException("an alias within itself");
    }
    MapObj object = new MapObj(null, node.getValue().size());
    for (NodeTuple member : node.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode key)) {
        throw new YamlEngineException("a key that is no scalar");
      }
      object.put(Str.of(key.getValue()), value(member.getValueNode()));
    }
    return object;
  }
}
