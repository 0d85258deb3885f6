package io.usagecollector.core.pipeline;

import java.util.List;
import java.util.stream.Stream;

/** Reads the section {@code input}. Its variables may be unset: the trigger is set up elsewhere. */
final class InputReader {
  private final KeyCheck keys;
  private final Values values;
  private final Findings findings;

  InputReader(Reading reading) {
    this.keys = reading.keys();
    this.values = reading.values();
    this.findings = reading.findings();
  }

  /** Whether the input makes batches of several records upstream. */
  static boolean isBatched(ConfigNode root) {
    return new Pointer(List.of("input")).find(root) instanceof ConfigNode.Section input
        && input.entries().stream()
            .map(ConfigNode.Entry::value)
            .anyMatch(node -> Pointer.below(node, "batching") != null);
  }

  Input read(ConfigNode node) {
    if (!(node instanceof ConfigNode.Section section)) {
      findings.problem(node.at(), "input is a section: write input.kafka");
      return Input.UNNAMED;
    }
    List<ConfigNode.Entry> inputs =
        keys.honoured(section, "input", "input").stream()
            .filter(entry -> !entry.key().equals("label") && !entry.key().equals("processors"))
            .toList();
    if (inputs.size() > 1) {
      findings.problem(section.at(), "input is one component: write input.kafka");
    }
    if (section.entry("generate") != null) {
      return Input.GENERATED;
    }
    return inputs.isEmpty() ? Input.UNNAMED : kafka(inputs.getFirst());
  }

  private Input kafka(ConfigNode.Entry component) {
    String path = "input." + component.key();
    if (!(component.value() instanceof ConfigNode.Section section)) {
      findings.problem(component.at(), path + " is a section with topics and consumer_group");
      return Input.UNNAMED;
    }
    List<String> topics = List.of();
    String group = "";
    for (ConfigNode.Entry entry : keys.honoured(section, path, path)) {
      String at = path + "." + entry.key();
      switch (entry.key()) {
        case "topics" -> topics = topics(entry.value(), at);
        case "consumer_group" -> group = values.textIfSet(entry.value(), at).orElse("");
        default -> refuseIfOn(entry, at);
      }
    }
    return new Input(topics, group, false);
  }

  private void refuseIfOn(ConfigNode.Entry entry, String at) {
    if (values.textIfSet(entry.value(), at).isPresent() && values.flag(entry.value(), at)) {
      findings.problem(
          entry.at(),
          entry.key().equals("multi_header")
              ? at + " cannot be had here: of a header's values the last is taken"
              : at + " cannot be had here: name each topic");
    }
  }

  private List<String> topics(ConfigNode node, String at) {
    List<String> names =
        values.texts(node, at).stream()
            .flatMap(text -> Stream.of(text.split(",", -1)))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    if (names.stream().anyMatch(name -> name.contains(":"))) {
      findings.problem(
          node.at(), at + " names partitions: the function's trigger reads a topic whole");
    }
    return names;
  }
}
