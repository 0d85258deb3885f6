package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.DeepStack;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.run.root.RootDocument;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Value;

/**
 * A mapping run on a value inside another mapping: {@code a.bloblang("root = this.b")}.
 *
 * @param deep whether its maps can apply themselves: it then runs on a stack of its own
 * @param weight how many expressions it has
 */
public record InnerMapping(Code code, Maps maps, boolean deep, int weight) {
  /** What starting a stack of its own costs, in steps. */
  private static final int STACK = 1_000;

  /** The call on a target. */
  public Node on(Node target) {
    return new Call(target, this);
  }

  private Value apply(Value receiver, Frame outer) {
    Budget budget = outer.budget;
    budget.step(weight);
    long document = budget.document();
    Value result = anyDepth(receiver, outer, budget);
    budget.document(document);
    return result;
  }

  private Value anyDepth(Value receiver, Frame outer, Budget budget) {
    if (!deep || budget.isDeep) {
      return map(receiver, outer);
    }
    budget.step(STACK);
    budget.isDeep = true;
    try {
      return DeepStack.call(() -> map(receiver, outer));
    } finally {
      budget.isDeep = false;
    }
  }

  private Value map(Value receiver, Frame outer) {
    RootDocument tree = new RootDocument(Absent.NOTHING, code.aliased(), outer.budget);
    Frame frame = new Frame(outer.batch.detached(), maps, tree, code.size(), 1);
    frame.self = receiver;
    for (Step step : code.steps()) {
      Err failure = step.run(frame);
      if (failure != null) {
        return failure.inMapAt(step.line());
      }
    }
    return tree.root();
  }

  public static final class Call extends Node {
    private final Node target;
    private final InnerMapping mapping;

    private Call(Node target, InnerMapping mapping) {
      this.target = target;
      this.mapping = mapping;
    }

    @Override
    public Value eval(Frame frame) {
      Value receiver = target.eval(frame);
      return receiver.isErr() ? receiver : mapping.apply(receiver, frame);
    }

    @Override
    public String source() {
      return "method bloblang";
    }
  }
}
