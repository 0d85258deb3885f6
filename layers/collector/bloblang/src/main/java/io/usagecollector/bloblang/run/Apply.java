package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.run.root.RootDocument;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Value;

/** {@code a.apply("map")}. */
public final class Apply extends Node {
  private final Node target;
  private final String name;

  public Apply(Node target, String name) {
    this.target = target;
    this.name = name;
  }

  @Override
  public Value eval(Frame frame) {
    Value receiver = target.eval(frame);
    if (receiver.isErr()) {
      return receiver;
    }
    Code code = frame.maps.get(name);
    if (code == null) {
      return Err.of("map " + name + " was not found");
    }
    if (frame.depth >= Code.MAX_DEPTH) {
      return Err.stacks(code.name(), Code.MAX_DEPTH);
    }
    frame.budget.step(code.weight());
    RootDocument tree = new RootDocument(Absent.NOTHING, code.aliased(), frame.budget);
    Frame inner = new Frame(frame.batch, frame.maps, tree, code.size(), frame.depth + 1);
    inner.self = receiver;
    inner.previous = frame.self;
    long document = frame.budget.document();
    Value result = run(code, inner, tree);
    frame.budget.document(document);
    return result;
  }

  private static Value run(Code code, Frame inner, RootDocument tree) {
    for (Step step : code.steps()) {
      Err failure = step.run(inner);
      if (failure != null) {
        return failure.inMapAt(step.line());
      }
    }
    return tree.root();
  }

  @Override
  public String source() {
    return "map " + name;
  }
}
