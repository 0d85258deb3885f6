package io.usagecollector.bloblang.extension;

import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Value;

/**
 * What is left of a run's {@link io.usagecollector.bloblang.Limits}. A method whose work or result
 * grows with more than its receiver draws from it before it works; drawing more than there is ends
 * the run, by {@link io.usagecollector.bloblang.value.Exhausted}, which is not to be caught.
 */
public final class RunBudget {
  private final Budget budget;

  RunBudget(Budget budget) {
    this.budget = budget;
  }

  /** Draws steps. */
  public void step(long count) {
    budget.step(count);
  }

  /** Draws memory, in bytes, before it is taken. */
  public void grow(long bytes) {
    budget.grow(bytes);
  }

  /** Draws the steps that reading a text takes, if it is long. */
  public void read(Value value) {
    budget.read(value);
  }

  /** Draws the memory for a new text of so many bytes. */
  public void text(long length) {
    budget.text(length);
  }

  /** Ends the run if a text that is being made becomes too long, in bytes; draws nothing. */
  public void longest(long length) {
    budget.longest(length);
  }
}
