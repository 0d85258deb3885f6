package io.usagecollector.bloblang.run.node;

import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Naming;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Value;

/** A method call whose arguments are known. */
public final class MethodNode extends Node {
  private final Node target;
  private final Op op;
  private final String name;
  private final Naming naming;

  /** A call. */
  public MethodNode(Node target, Op op, String name, Naming naming) {
    this.target = target;
    this.op = op;
    this.name = name;
    this.naming = naming;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the receiver itself takes no new memory
  public Value eval(Frame frame) {
    Value receiver = target.eval(frame);
    if (receiver.isErr()) {
      return receiver;
    }
    Value result = op.apply(receiver, frame);
    if (result.isErr()) {
      return naming.name(result, receiver, target);
    }
    if (result != receiver) {
      frame.budget().made(result);
    }
    return result;
  }

  @Override
  public String source() {
    return "method " + name;
  }
}
