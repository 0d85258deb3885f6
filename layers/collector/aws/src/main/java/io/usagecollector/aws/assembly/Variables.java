package io.usagecollector.aws.assembly;

import java.util.Map;
import java.util.Optional;

/**
 * A function's environment, handed in. A variable that is blank is not set: a template cannot leave
 * one out.
 */
public record Variables(Map<String, String> values) {
  public Variables {
    values = Map.copyOf(values);
  }

  /** A variable's text, without the space around it. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /**
   * One that must be set.
   *
   * @param advice what to set it to
   * @throws IllegalArgumentException if it is not
   */
  public String required(String name, String advice) {
    return text(name).orElseThrow(() -> missing(name, advice));
  }

  private static IllegalArgumentException missing(String name, String advice) {
    return new IllegalArgumentException(name + " is not set: " + advice);
  }

  /** The names alone: a variable may be a secret. */
  @Override
  public String toString() {
    return "Variables" + values.keySet();
  }
}
