package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Opaque;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the first document of a YAML text. */
final class YamlReader {
  /** Deeper documents are nobody's, and the parser recurses. */
  private static final int MAX_DEPTH = 500;

  /** An alias may stand for a part many times over; what they make together is bounded. */
  private static final int MAX_NODES = 1_000_000;

  private static final String FAILED = "failed to parse value as YAML: ";
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setSchema(new YamlSchema()).setAllowNonScalarKeys(false).build();

  private int nodes;

  private YamlReader() {}

  /** The value, or an {@link Err}. */
  static Value read(String text) {
    try {
      check(text);
      Iterator<Node> documents = new Compose(SETTINGS).composeAllFromString(text).iterator();
      return documents.hasNext() ? new YamlReader().value(documents.next()) : Null.NULL;
    } catch (YamlEngineException e) {
      return Err.of(FAILED + YamlComplaint.of(e), FAILED + "it is no YAML");
    }
  }

  private static void check(String text) {
    YamlSource source = YamlSource.of(SETTINGS, text);
    try {
      source.checkTokens(parse(text));
    } catch (ParserException e) {
      source.checkTokens(e.getProblemMark().map(Mark::getIndex).orElse(text.length()));
      throw e;
    }
  }

  /** Where the first document ends, as an index of characters. */
  private static int parse(String text) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case DocumentEnd -> {
          return event.getStartMark().map(Mark::getIndex).orElse(text.length());
        }
        case Alias, Comment, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
      }
      if (depth > MAX_DEPTH) {
        throw new YamlEngineException("more than " + MAX_DEPTH + " levels deep");
      }
    }
    return text.length();
  }

  private Value value(Node node) {
    if (++nodes > MAX_NODES) {
      throw new YamlEngineException("its aliases make more than " + MAX_NODES + " values");
    }
    return switch (node) {
      case ScalarNode scalar -> YamlScalar.of(scalar);
      case SequenceNode sequence -> array(sequence.getValue());
      case MappingNode mapping -> object(mapping);
      default -> throw new YamlEngineException("an alias within itself");
    };
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
    YamlKeys keys = new YamlKeys(node);
    keys.own().forEach((key, member) -> object.put(Str.of(key), value(member)));
    for (MappingNode merged : keys.merged()) {
      members(value(merged)).forEach((key, value) -> putAbsent(object, key, value));
    }
    return keys.areText() ? object : Opaque.map(object);
  }

  private static Obj members(Value mapping) {
    if (mapping instanceof Opaque opaque) {
      MapObj members = opaque.members();
      return members == null ? new MapObj() : members;
    }
    return (Obj) mapping;
  }

  private static void putAbsent(MapObj object, Str key, Value value) {
    if (object.get(key) == null) {
      object.put(key, value);
    }
  }
}
