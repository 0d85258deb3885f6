package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.Message;
import io.usagecollector.cli.source.Place;
import io.usagecollector.tooling.trial.Mock;
import java.util.List;
import java.util.Map;

/**
 * One test.
 *
 * @param environment variables that hold while it runs, over those of the process
 * @param inputs the batches that go in
 * @param outputsAt where the file says what is to come out
 * @param outputs the batches that are to come out
 */
public record TestCase(
    String name,
    Place at,
    Map<String, String> environment,
    Target target,
    List<Mock> mocks,
    List<List<Message>> inputs,
    Place outputsAt,
    List<List<Expected>> outputs) {
  public TestCase {
    environment = Map.copyOf(environment);
    mocks = List.copyOf(mocks);
    inputs = inputs.stream().map(List::copyOf).toList();
    outputs = outputs.stream().map(List::copyOf).toList();
  }

  /** What is tested. */
  public sealed interface Target {
    /** Processors: a pointer, a label, or {@code file.yaml#/pointer}. */
    record Processors(String target) implements Target {}

    /** A mapping in a file of its own, relative to the test file. */
    record MappingFile(Place at, String path) implements Target {}
  }

  /** A message that is to come out: every condition holds for it. */
  public record Expected(Place at, List<Condition> conditions) {
    public Expected {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * What must hold for a message.
   *
   * @param name its key: {@code json_equals}
   */
  public record Condition(Place at, String name, Check check) {}
}
