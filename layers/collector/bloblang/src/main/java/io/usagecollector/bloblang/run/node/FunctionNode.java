package io.usagecollector.bloblang.run.node;

import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.value.Value;
import java.util.function.Function;

/** A function call whose arguments are known. */
public final class FunctionNode extends Node {
  private final String source;
  private final Function<Frame, Value> body;

  public FunctionNode(String source, Function<Frame, Value> body) {
    this.source = source;
    this.body = body;
  }

  @Override
  public Value eval(Frame frame) {
    return body.apply(frame);
  }

  @Override
  public String source() {
    return source;
  }
}
