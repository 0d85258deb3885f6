package io.usagecollector.core.config.yaml;

import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.place.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A file's text becomes {@link YamlNode}s. */
public final class YamlFileReader {
  /** Deeper files are nobody's configuration, and the parser recurses. */
  private static final int MAX_DEPTH = 100;

  /** An alias may stand for a section many times over; what they make together is bounded. */
  private static final int MAX_NODES = 100_000;

  private static final String UNDEFINED = "found undefined alias";

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setAllowNonScalarKeys(true).build();

  private final SourceText source;
  private final Findings findings;
  private int nodes;

  private YamlFileReader(SourceText source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /**
   * The file's root.
   *
   * @throws ConfigException where the text is no YAML
   */
  public static YamlNode read(String text, Findings findings) {
    return new YamlFileReader(SourceText.of(text), findings).read();
  }

  private YamlNode read() {
    try {
      checkDepth();
      Node root = new Compose(SETTINGS).composeString(source.parsed()).orElse(null);
      if (root == null) {
        throw refuse(Position.START, "the file is empty: it needs at least output.flexprice");
      }
      MergeKeys.writeOut(root);
      return convert(root, 0);
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
      Position at = mark == null ? Position.START : source.position(mark.getIndex());
      throw refuse(at, "no valid YAML: " + words(e));
    } catch (YamlEngineException e) {
      throw refuse(Position.START, "no valid YAML: " + firstLine(e));
    }
  }

  /** The parser's words; the name of an alias is a value, which may be a secret without quotes. */
  private String words(MarkedYamlEngineException e) {
    String problem = e.getProblem();
    if (!problem.startsWith(UNDEFINED)) {
      return source.template(problem).written();
    }
    WrittenText name = source.template(problem.substring(UNDEFINED.length()).strip());
    return name.isOneReference()
        ? UNDEFINED + " " + name.written()
        : UNDEFINED + ": put a text that begins with * in quotes";
  }

  private String firstLine(YamlEngineException e) {
    String message = e.getMessage();
    String first = message == null ? "it cannot be parsed" : message.lines().findFirst().orElse("");
    return source.template(first).written();
  }

  private ConfigException refuse(Position at, String text) {
    findings.problem(at, text);
    return findings.refusal();
  }

  private void checkDepth() {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(source.parsed())) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
      }
      if (depth > MAX_DEPTH) {
        throw refuse(at(event), "nested deeper than " + MAX_DEPTH + " levels");
      }
    }
  }

  private Position at(Event event) {
    return event
        .getStartMark()
        .map(mark -> source.position(mark.getIndex()))
        .orElse(Position.START);
  }

  private Position at(Node node) {
    return node.getStartMark().map(mark -> source.position(mark.getIndex())).orElse(Position.START);
  }

  private YamlNode convert(Node node, int depth) {
    if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
      throw refuse(at(node), "aliases make this file too large: write it out");
    }
    if (node.isRecursive()) {
      throw refuse(at(node), "an alias stands for what it lies in");
    }
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> items(sequence, depth);
      case MappingNode mapping -> section(mapping, depth);
      case null -> throw refuse(Position.START, "no valid YAML");
      default -> throw refuse(at(node), "neither a value nor a list nor a section");
    };
  }

  private YamlNode.Scalar scalar(ScalarNode scalar) {
    WrittenText text = source.template(scalar.getValue());
    ScalarStyle style = scalar.getScalarStyle();
    YamlNode.Style kind = style == ScalarStyle.PLAIN ? YamlNode.Style.PLAIN : YamlNode.Style.MARKED;
    int start = scalar.getStartMark().map(mark -> source.offset(mark.getIndex())).orElse(0);
    var spelling = new Spelling(source, start, text.written(), style);
    return new YamlNode.Scalar(at(scalar), text, kind, spelling);
  }

  private YamlNode items(SequenceNode sequence, int depth) {
    var items = new ArrayList<YamlNode>();
    for (Node item : sequence.getValue()) {
      items.add(convert(item, depth + 1));
    }
    return new YamlNode.Items(at(sequence), items);
  }

  private YamlNode section(MappingNode mapping, int depth) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        findings.problem(at(tuple.getKeyNode()), "a key is a word here, not a list or a section");
        continue;
      }
      String name = source.template(key.getValue()).written();
      if (seen.add(name)) {
        entries.add(new YamlNode.Entry(name, at(key), convert(tuple.getValueNode(), depth + 1)));
      } else {
        findings.problem(at(key), "the key " + name + " stands here a second time");
      }
    }
    return new YamlNode.Section(at(mapping), entries);
  }
}
