package io.usagecollector.core.pipeline;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment variables a configuration may refer to. */
@FunctionalInterface
public interface Environment {
  /** The variable's value, or null where it is not set. */
  @Nullable String get(String name);

  static Environment of(Map<String, String> variables) {
    return Map.copyOf(variables)::get;
  }
}
