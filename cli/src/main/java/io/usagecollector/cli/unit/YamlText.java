package io.usagecollector.cli.unit;

import io.usagecollector.cli.source.Place;
import io.usagecollector.core.config.yaml.MergeKeys;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML as nodes that know their places, and back. */
final class YamlText {
  /** Deeper files are nobody's tests, and the parser recurses. */
  private static final int MAX_DEPTH = 100;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setAllowNonScalarKeys(true).build();

  private YamlText() {}

  /** The first document, or nothing where the text is empty. */
  static Optional<Node> compose(String file, String text) throws UnusableTestsException {
    try {
      checkDepth(file, text);
      Optional<Node> root = new Compose(SETTINGS).composeString(text);
      root.ifPresent(MergeKeys::writeOut);
      return root;
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      throw new UnusableTestsException(at(file, mark), "no valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new UnusableTestsException(new Place(file, 1, 1), "no valid YAML: " + message);
    }
  }

  private static void checkDepth(String file, String text) throws UnusableTestsException {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
      }
      if (depth > MAX_DEPTH) {
        Place at = at(file, event.getStartMark());
        throw new UnusableTestsException(at, "nested deeper than " + MAX_DEPTH + " levels");
      }
    }
  }

  /** The place of a node. */
  static Place at(String file, Node node) {
    return at(file, node.getStartMark());
  }

  private static Place at(String file, Optional<Mark> mark) {
    return mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(new Place(file, 1, 1));
  }

  /** A part of a file as a file of its own. */
  static String text(Node node) {
    DumpSettings settings = DumpSettings.builder().build();
    return new Present(settings)
        .emitToString(new Serialize(settings).serializeOne(node).iterator());
  }
}
