package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Value;

/** Which errors of a method say where its receiver came from. */
public enum Naming {
  /** All that do not say so already. */
  ALL,
  /** Only that the receiver is of the wrong kind. */
  RECEIVER,
  /** None, as of upstream's plugins. */
  NONE;

  public Value name(Value result, Value receiver, Node target) {
    if (!(result instanceof Err e)) {
      return result;
    }
    return switch (this) {
      case ALL -> e.from(target.source());
      case RECEIVER -> e.isWrongTypeOf(receiver) ? e.from(target.source()) : e;
      case NONE -> e;
    };
  }
}
