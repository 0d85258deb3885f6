package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.value.Value;

/** A literal, or what folding made of several. */
public final class Constant extends Node {
  private final Value value;
  private final String source;

  public Constant(Value value) {
    this(value, value.kind() + " literal");
  }

  public Constant(Value value, String source) {
    this.value = value;
    this.source = source;
  }

  public Value value() {
    return value;
  }

  @Override
  public Value eval(Frame frame) {
    return value;
  }

  @Override
  public String source() {
    return source;
  }
}
