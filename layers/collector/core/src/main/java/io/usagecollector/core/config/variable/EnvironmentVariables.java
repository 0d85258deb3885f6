package io.usagecollector.core.config.variable;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment variables a configuration may refer to. */
@FunctionalInterface
public interface EnvironmentVariables {
  /** The variable's value, or null where it is not set. */
  @Nullable String get(String name);

  static EnvironmentVariables of(Map<String, String> variables) {
    return Map.copyOf(variables)::get;
  }
}
