package io.usagecollector.bloblang.formats;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import io.usagecollector.bloblang.extension.RunBudget;
import io.usagecollector.bloblang.value.Exhausted;

/**
 * One check of a value, which draws from the run's budget: a schema may ask for itself without end,
 * or for each part twice. The library tells it of every keyword that it follows.
 */
final class SchemaCheck extends ExecutionContext {
  /** The library recurses; a level takes up to half a kilobyte of the caller's stack. */
  private static final int MOST_LEVELS = 600;

  /** What a fault and its words take, without the value. */
  private static final int FAULT = 1 << 10;

  /** The budget of the check that runs, for what the library calls without saying for whom. */
  static final ScopedValue<RunBudget> RUNNING = ScopedValue.newInstance();

  private final RunBudget budget;
  private final int stepsAKeyword;
  private int levels;

  SchemaCheck(ExecutionConfig config, RunBudget budget, int stepsAKeyword) {
    super(config);
    this.budget = budget;
    this.stepsAKeyword = stepsAKeyword;
  }

  @Override
  public void evaluationPathAddLast(String keyword) {
    enter();
    super.evaluationPathAddLast(keyword);
  }

  @Override
  public void evaluationPathAddLast(int index) {
    enter();
    super.evaluationPathAddLast(index);
  }

  @Override
  public void evaluationPathRemoveLast() {
    levels--;
    super.evaluationPathRemoveLast();
  }

  private void enter() {
    budget.step(stepsAKeyword);
    if (++levels > MOST_LEVELS) {
      throw new Exhausted("a JSON schema is followed more than " + MOST_LEVELS + " levels deep");
    }
  }

  @Override
  public void addError(Error error) {
    budget.grow(FAULT);
    super.addError(error);
  }
}
