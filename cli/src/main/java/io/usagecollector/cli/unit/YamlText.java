package io.usagecollector.cli.unit;

import io.usagecollector.cli.source.Place;
import io.usagecollector.core.config.yaml.Composition;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML as nodes that know their places, and back. */
final class YamlText {
  private YamlText() {}

  /** The first document, or nothing where the text is empty. */
  static Optional<Node> compose(String file, String text) throws UnusableTestsException {
    return switch (Composition.of(text)) {
      case Composition.Root(Node root) -> Optional.of(root);
      case Composition.Empty() -> Optional.empty();
      case Composition.TooDeep deep ->
          throw new UnusableTestsException(at(file, deep.at()), deep.text());
      case Composition.NoYaml(Optional<Mark> mark, String words) ->
          throw new UnusableTestsException(at(file, mark), "no valid YAML: " + words);
    };
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
