package io.usagecollector.bloblang.extension;

import io.usagecollector.bloblang.value.Value;

/** What a method does once its arguments are known. Shared by all threads. */
@FunctionalInterface
public interface Body {
  /**
   * The result; a failure is an {@link io.usagecollector.bloblang.value.Err}.
   *
   * @param receiver what the method is called on; never a failure
   */
  Value apply(Value receiver, RunBudget budget);
}
