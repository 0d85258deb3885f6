package io.usagecollector.core.pipeline;

import java.util.ArrayList;
import java.util.List;

/** Puts mocks into a file: pointers first, then labels, as upstream does. */
final class Mocks {
  private final Findings findings;

  Mocks(Findings findings) {
    this.findings = findings;
  }

  ConfigNode apply(List<Mock> mocks, ConfigNode root) {
    ConfigNode at = root;
    for (Mock mock : mocks) {
      at = mock.target().startsWith("/") ? put(mock, Pointer.parse(mock.target()), at) : at;
    }
    for (Mock mock : mocks) {
      at = mock.target().startsWith("/") ? at : labelled(mock, at);
    }
    return at;
  }

  private ConfigNode labelled(Mock mock, ConfigNode root) {
    List<String> way = Labels.find(root, mock.target());
    if (way == null) {
      findings.problemOutside("a mock names the label " + mock.target() + ", which is not there");
      return root;
    }
    return put(mock, new Pointer(way), root);
  }

  private ConfigNode put(Mock mock, Pointer pointer, ConfigNode root) {
    ConfigNode mocked = pointer.find(root);
    ConfigNode replaced =
        pointer.replace(
            root, mocked == null ? moved(yaml(mock), root.at()) : replacement(mock, mocked));
    if (replaced == null) {
      findings.problemOutside("a mock names " + mock.target() + ", which is not there");
      return root;
    }
    return replaced;
  }

  private ConfigNode replacement(Mock mock, ConfigNode mocked) {
    ConfigNode node = moved(yaml(mock), mocked.at());
    boolean labelled =
        mocked instanceof ConfigNode.Section section && section.entry("label") != null;
    if (!labelled || !(node instanceof ConfigNode.Section section) || Labels.of(node) != null) {
      return node;
    }
    var entries = new ArrayList<ConfigNode.Entry>();
    ((ConfigNode.Section) mocked)
        .entries().stream().filter(entry -> entry.key().equals("label")).forEach(entries::add);
    entries.addAll(section.entries());
    return new ConfigNode.Section(section.at(), entries);
  }

  private static ConfigNode yaml(Mock mock) {
    var own = new Findings("the mock of " + mock.target());
    ConfigNode node = YamlReader.read(mock.yaml(), own);
    own.refuseIfAny();
    return node;
  }

  /** A mock's lines are no lines of the file: it stands, whole, where the mocked component does. */
  private static ConfigNode moved(ConfigNode node, Position at) {
    return switch (node) {
      case ConfigNode.Scalar scalar ->
          new ConfigNode.Scalar(at, scalar.text(), ConfigNode.Style.MOCKED, _ -> at);
      case ConfigNode.Items items ->
          new ConfigNode.Items(at, items.items().stream().map(item -> moved(item, at)).toList());
      case ConfigNode.Section section ->
          new ConfigNode.Section(
              at,
              section.entries().stream()
                  .map(entry -> new ConfigNode.Entry(entry.key(), at, moved(entry.value(), at)))
                  .toList());
    };
  }
}
