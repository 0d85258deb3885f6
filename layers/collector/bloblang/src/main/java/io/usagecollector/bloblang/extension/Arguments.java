package io.usagecollector.bloblang.extension;

import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.value.Value;

/**
 * The arguments of a call, as its parameters declare them: each of its parameter's type, and those
 * left out as what they are then. Counted from 0.
 */
public final class Arguments {
  private final Args args;

  Arguments(Args args) {
    this.args = args;
  }

  /** Whether there is one: a parameter that may be left out may have none. */
  public boolean has(int index) {
    return args.has(index);
  }

  public Value value(int index) {
    return args.value(index);
  }

  public String text(int index) {
    return args.text(index);
  }

  public long integer(int index) {
    return args.integer(index);
  }

  public double number(int index) {
    return args.number(index);
  }

  public boolean bool(int index) {
    return args.bool(index);
  }
}
