package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Value;

/** A method call whose arguments are known. */
public final class MethodNode extends Node {
  private final Node target;
  private final Op op;
  private final String name;
  private final boolean namesSource;

  /** A call; {@code namesSource} if its errors say where the receiver came from. */
  public MethodNode(Node target, Op op, String name, boolean namesSource) {
    this.target = target;
    this.op = op;
    this.name = name;
    this.namesSource = namesSource;
  }

  @Override
  public Value eval(Frame frame) {
    Value receiver = target.eval(frame);
    if (receiver.isErr()) {
      return receiver;
    }
    Value result = op.apply(receiver, frame);
    return namesSource && result instanceof Err e ? e.from(target.source()) : result;
  }

  @Override
  public String source() {
    return "method " + name;
  }
}
