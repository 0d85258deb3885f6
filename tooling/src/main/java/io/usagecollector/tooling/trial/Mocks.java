package io.usagecollector.tooling.trial;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.reading.Labels;
import io.usagecollector.core.config.yaml.Pointer;
import io.usagecollector.core.config.yaml.YamlFileReader;
import io.usagecollector.core.config.yaml.YamlNode;
import io.usagecollector.core.place.Position;
import java.util.ArrayList;
import java.util.List;

/** Puts mocks into a file: pointers first, then labels, as upstream does. */
final class Mocks {
  private final Findings findings;

  Mocks(Findings findings) {
    this.findings = findings;
  }

  YamlNode apply(List<Mock> mocks, YamlNode root) {
    YamlNode at = root;
    for (Mock mock : mocks) {
      at = mock.target().startsWith("/") ? put(mock, Pointer.parse(mock.target()), at) : at;
    }
    for (Mock mock : mocks) {
      at = mock.target().startsWith("/") ? at : labelled(mock, at);
    }
    return at;
  }

  private YamlNode labelled(Mock mock, YamlNode root) {
    List<String> way = Labels.find(root, mock.target());
    if (way == null) {
      findings.problemOutside("a mock names the label " + mock.target() + ", which is not there");
      return root;
    }
    return put(mock, new Pointer(way), root);
  }

  private YamlNode put(Mock mock, Pointer pointer, YamlNode root) {
    YamlNode mocked = pointer.find(root);
    YamlNode replaced =
        pointer.replace(
            root, mocked == null ? moved(yaml(mock), root.at()) : replacement(mock, mocked));
    if (replaced == null) {
      findings.problemOutside("a mock names " + mock.target() + ", which is not there");
      return root;
    }
    return replaced;
  }

  private YamlNode replacement(Mock mock, YamlNode mocked) {
    YamlNode node = moved(yaml(mock), mocked.at());
    boolean labelled = mocked instanceof YamlNode.Section section && section.entry("label") != null;
    if (!labelled || !(node instanceof YamlNode.Section section) || Labels.of(node) != null) {
      return node;
    }
    var entries = new ArrayList<YamlNode.Entry>();
    ((YamlNode.Section) mocked)
        .entries().stream().filter(entry -> entry.key().equals("label")).forEach(entries::add);
    entries.addAll(section.entries());
    return new YamlNode.Section(section.at(), entries);
  }

  private static YamlNode yaml(Mock mock) {
    var own = new Findings("the mock of " + mock.target());
    YamlNode node = YamlFileReader.read(mock.yaml(), own);
    own.refuseIfAny();
    return node;
  }

  /** A mock's lines are no lines of the file: it stands, whole, where the mocked component does. */
  private static YamlNode moved(YamlNode node, Position at) {
    return switch (node) {
      case YamlNode.Scalar scalar ->
          new YamlNode.Scalar(at, scalar.text(), YamlNode.Style.MOCKED, _ -> at);
      case YamlNode.Items items ->
          new YamlNode.Items(at, items.items().stream().map(item -> moved(item, at)).toList());
      case YamlNode.Section section ->
          new YamlNode.Section(
              at,
              section.entries().stream()
                  .map(entry -> new YamlNode.Entry(entry.key(), at, moved(entry.value(), at)))
                  .toList());
    };
  }
}
