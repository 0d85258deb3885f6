package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.value.Value;

/**
 * A planned expression. Immutable and shared by all threads; whatever changes while it runs is in
 * the {@link Frame}.
 */
public abstract class Node {
  /** The value, or an {@link io.usagecollector.bloblang.value.Err}. */
  public abstract Value eval(Frame frame);

  /**
   * What error texts call the place a value came from: {@code field `this.a`}, {@code method
   * uppercase}.
   */
  public abstract String source();
}
