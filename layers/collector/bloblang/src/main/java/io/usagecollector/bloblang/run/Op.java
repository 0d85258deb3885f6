package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.value.Value;

/** What a method does with its receiver, arguments known. Immutable; shared by all threads. */
@FunctionalInterface
public interface Op {
  /** The result, or an {@link io.usagecollector.bloblang.value.Err}. The receiver is never one. */
  Value apply(Value receiver, Frame frame);
}
