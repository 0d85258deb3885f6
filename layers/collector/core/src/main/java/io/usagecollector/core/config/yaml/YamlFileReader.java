package io.usagecollector.core.config.yaml;

import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.place.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A file's text becomes {@link YamlNode}s. */
public final class YamlFileReader {
  /** An alias may stand for a section many times over; what they make together is bounded. */
  private static final int MAX_NODES = 100_000;

  private static final String UNDEFINED = "found undefined alias";

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
    return switch (Composition.of(source.parsed())) {
      case Composition.Root(Node root) -> convert(root, 0);
      case Composition.Empty() ->
          throw refuse(Position.START, "the file is empty: it needs at least output.flexprice");
      case Composition.TooDeep deep -> throw refuse(at(deep.at()), deep.text());
      case Composition.NoYaml(Optional<Mark> mark, String words) ->
          throw refuse(at(mark), "no valid YAML: " + shown(words) + cause(mark));
    };
  }

  /** The parser's words; the name of an alias is a value, which may be a secret without quotes. */
  private String shown(String words) {
    if (!words.startsWith(UNDEFINED)) {
      return source.template(words).written();
    }
    WrittenText name = source.template(words.substring(UNDEFINED.length()).strip());
    return name.isOneReference()
        ? UNDEFINED + " " + name.written()
        : UNDEFINED + ": put a text that begins with * in quotes";
  }

  /** Without quotes, brackets that were meant as text are YAML's: the parser does not say so. */
  private String cause(Optional<Mark> mark) {
    WrittenText line = mark.map(Mark::getIndex).map(source::line).orElse(WrittenText.of(""));
    if (line.holdsNoReference()) {
      return ": the line" + WrittenText.NO_REFERENCE;
    }
    return line.holdsQuery() ? ": put a text with ${! in quotes" : "";
  }

  private ConfigException refuse(Position at, String text) {
    findings.problem(at, text);
    return findings.refusal();
  }

  private Position at(Node node) {
    return at(node.getStartMark());
  }

  private Position at(Optional<Mark> mark) {
    return mark.map(Mark::getIndex).map(source::position).orElse(Position.START);
  }

  private YamlNode convert(Node node, int depth) {
    if (++nodes > MAX_NODES || depth > Composition.MAX_DEPTH) {
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
