package io.usagecollector.core.config.input;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.reading.ComponentType;
import io.usagecollector.core.config.reading.ConfigValues;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.reading.KeyCheck;
import io.usagecollector.core.config.yaml.Pointer;
import io.usagecollector.core.config.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the section {@code input}. Its variables may be unset: the trigger is set up elsewhere. */
public final class InputReader {
  private final KeyCheck keys;
  private final ConfigValues values;
  private final Findings findings;
  private final ComponentType types;

  public InputReader(FileReading reading) {
    this.keys = reading.keys();
    this.types = new ComponentType(reading);
    this.values = reading.values();
    this.findings = reading.findings();
  }

  /** Whether the input makes batches of several records upstream. */
  public static boolean isBatched(YamlNode root) {
    return new Pointer(List.of("input")).find(root) instanceof YamlNode.Section input
        && input.entries().stream().map(YamlNode.Entry::value).anyMatch(InputReader::batches);
  }

  private static boolean batches(YamlNode component) {
    YamlNode batching = Pointer.below(component, "batching");
    YamlNode unordered = new Pointer(List.of("unordered_processing", "batching")).find(component);
    return Stream.of(Optional.ofNullable(batching), Optional.ofNullable(unordered))
        .flatMap(Optional::stream)
        .anyMatch(node -> !node.isIdle());
  }

  public Input read(YamlNode node) {
    if (!(node instanceof YamlNode.Section whole)) {
      findings.problem(node.at(), "input must be a section: write input.kafka");
      return Input.UNNAMED;
    }
    YamlNode.Section section = types.without(whole, "input");
    List<YamlNode.Entry> inputs =
        keys.honoured(section, "input", "input").stream()
            .filter(entry -> !entry.key().equals("label") && !entry.key().equals("processors"))
            .toList();
    if (inputs.size() > 1) {
      findings.problem(section.at(), "input must be one component: write input.kafka");
    }
    if (section.entry("generate") != null) {
      return Input.GENERATED;
    }
    return inputs.isEmpty() ? Input.UNNAMED : kafka(inputs.getFirst());
  }

  private Input kafka(YamlNode.Entry component) {
    String path = "input." + component.key();
    if (!(component.value() instanceof YamlNode.Section section)) {
      findings.problem(component.at(), path + " must be a section with topics and consumer_group");
      return Input.UNNAMED;
    }
    List<String> topics = List.of();
    String group = "";
    for (YamlNode.Entry entry : keys.honoured(section, path, path)) {
      String at = path + "." + entry.key();
      switch (entry.key()) {
        case "topics" -> topics = topics(entry.value(), at);
        case "consumer_group" -> group = values.textIfSet(entry.value(), at).orElse("");
        default -> refuseIfOn(entry, at);
      }
    }
    return new Input(topics, group, false);
  }

  private void refuseIfOn(YamlNode.Entry entry, String at) {
    if (values.textIfSet(entry.value(), at).isPresent() && values.flag(entry.value(), at)) {
      findings.problem(
          entry.at(),
          entry.key().equals("multi_header")
              ? at + " cannot be had here: of a header's values the last is taken"
              : at + " cannot be had here: name each topic");
    }
  }

  private List<String> topics(YamlNode node, String at) {
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
