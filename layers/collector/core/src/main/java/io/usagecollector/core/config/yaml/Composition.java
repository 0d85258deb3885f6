package io.usagecollector.core.config.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What a parser makes of a text: the step that configurations and files of tests have in common.
 */
public sealed interface Composition {
  /** Deeper files are nobody's, and the parser recurses. */
  int MAX_DEPTH = 100;

  /** The first document, its merge keys written out. */
  record Root(Node node) implements Composition {}

  /** A text without a document. */
  record Empty() implements Composition {}

  /**
   * No YAML.
   *
   * @param at where the parser stopped, where it says so
   * @param words the parser's: they may repeat a value
   */
  record NoYaml(Optional<Mark> at, String words) implements Composition {}

  /** Lists and sections in each other, more than {@link #MAX_DEPTH} levels of them. */
  record TooDeep(Optional<Mark> at) implements Composition {
    /** What is wrong, for a person. */
    public String text() {
      return "nested deeper than " + MAX_DEPTH + " levels";
    }
  }

  /** Composes a text. */
  static Composition of(String text) {
    LoadSettings settings = LoadSettings.builder().setAllowNonScalarKeys(true).build();
    try {
      Optional<TooDeep> tooDeep = tooDeep(settings, text);
      return tooDeep.isPresent() ? tooDeep.get() : composed(settings, text);
    } catch (MarkedYamlEngineException e) {
      return new NoYaml(e.getProblemMark().or(e::getContextMark), e.getProblem());
    } catch (YamlEngineException e) {
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return new NoYaml(Optional.empty(), first);
    }
  }

  private static Composition composed(LoadSettings settings, String text) {
    Optional<Node> root = new Compose(settings).composeString(text);
    root.ifPresent(MergeKeys::writeOut);
    return root.<Composition>map(Root::new).orElseGet(Empty::new);
  }

  private static Optional<TooDeep> tooDeep(LoadSettings settings, String text) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
      }
      if (depth > MAX_DEPTH) {
        return Optional.of(new TooDeep(event.getStartMark()));
      }
    }
    return Optional.empty();
  }
}
