package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.Message;
import io.usagecollector.tooling.trial.Mock;
import io.usagecollector.tooling.trial.TrialFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one test. */
final class CaseReader {
  private static final List<String> KEYS =
      List.of(
          "name",
          "environment",
          "target_processors",
          "target_mapping",
          "mocks",
          "input_batch",
          "input_batches",
          "output_batches");

  private final String file;
  private final Problems problems;
  private final InputReader inputs;
  private final ConditionReader conditions;

  CaseReader(String file, Problems problems, NamedFiles files, Bloblang language) {
    this.file = file;
    this.problems = problems;
    this.inputs = new InputReader(file, problems, files);
    this.conditions = new ConditionReader(file, problems, files, language);
  }

  TestCase read(Node node) {
    Section section = Section.of(file, node, "a test", problems);
    section.known(KEYS);
    Optional<Section.Entry> outputs = section.entry("output_batches");
    return new TestCase(
        name(section),
        section.at(),
        environment(section),
        target(section),
        mocks(section),
        inputs(section),
        outputs.map(Section.Entry::at).orElse(section.at()),
        outputs.map(entry -> expected(section, entry)).orElse(List.of()));
  }

  private String name(Section section) {
    Optional<Section.Entry> name = section.entry("name");
    if (name.isEmpty()) {
      problems.add(section.at(), "a test has a name, and this has none");
    }
    return name.map(section::text).orElse("");
  }

  private Map<String, String> environment(Section section) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Section.Entry entry : below(section, "environment")) {
      variables.put(entry.key(), section.text(entry));
    }
    return variables;
  }

  private List<Section.Entry> below(Section section, String key) {
    return section
        .entry(key)
        .map(entry -> Section.of(file, entry.value(), key, problems).all())
        .orElse(List.of());
  }

  private TestCase.Target target(Section section) {
    Optional<Section.Entry> mapping = section.entry("target_mapping");
    String path = mapping.map(section::text).orElse("");
    if (mapping.isPresent() && !path.isEmpty()) {
      return new TestCase.Target.MappingFile(mapping.get().at(), path);
    }
    return new TestCase.Target.Processors(
        section.entry("target_processors").map(section::text).orElse(TrialFile.PIPELINE));
  }

  private List<Mock> mocks(Section section) {
    return below(section, "mocks").stream()
        .map(entry -> new Mock(entry.key(), YamlText.text(entry.value())))
        .toList();
  }

  private List<List<Message>> inputs(Section section) {
    List<List<Message>> batches = new ArrayList<>();
    section
        .entry("input_batches")
        .map(section::list)
        .ifPresent(
            list -> list.forEach(batch -> batches.add(inputs(section.list(batch, "a batch")))));
    section
        .entry("input_batch")
        .map(entry -> inputs(section.list(entry)))
        .filter(batch -> !batch.isEmpty())
        .ifPresent(batches::add);
    return batches;
  }

  private List<Message> inputs(List<Node> batch) {
    return batch.stream().map(inputs::read).toList();
  }

  private List<List<TestCase.Expected>> expected(Section section, Section.Entry outputs) {
    return section.list(outputs).stream()
        .map(batch -> section.list(batch, "a batch").stream().map(conditions::read).toList())
        .toList();
  }
}
