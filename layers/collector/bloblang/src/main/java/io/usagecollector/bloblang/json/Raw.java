package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.value.Value;

/** What can be told about a container as it lies in a message without looking into it. */
public final class Raw {
  private Raw() {}

  /** How long its text is, in bytes, give or take the brackets; 0 for any other value. */
  public static int length(Value value) {
    return switch (value) {
      case RawObj o -> o.document().length(o.node());
      case RawArr a -> a.document.length(a.node);
      default -> 0;
    };
  }
}
