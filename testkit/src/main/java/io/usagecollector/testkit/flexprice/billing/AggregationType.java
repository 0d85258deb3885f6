package io.usagecollector.testkit.flexprice.billing;

import java.util.Arrays;
import java.util.Optional;

/** The aggregations the stand-in bills. The real server knows more; meters of those are refused. */
public enum AggregationType {
  SUM,
  COUNT,
  COUNT_UNIQUE,
  MAX,
  LATEST;

  /** The type of this exact name. */
  public static Optional<AggregationType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** Whether a meter of this type must name the property it reads. */
  public boolean needsField() {
    return this != COUNT;
  }
}
