package io.usagecollector.bloblang.run.node;

import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;

/** The nodes that answer something else where their target has no good answer. */
public final class Rescue {
  private Rescue() {}

  /** {@code a.or(b)}: where the target fails, is null or a sentinel. */
  public static final class Or extends Node {
    private final Node target;
    private final Node fallback;

    public Or(Node target, Node fallback) {
      this.target = target;
      this.fallback = fallback;
    }

    @Override
    public Value eval(Frame frame) {
      Value value = target.eval(frame);
      return value.isErr() || value.isNullish() ? fallback.eval(frame) : value;
    }

    @Override
    public String source() {
      return "method or";
    }
  }

  /** {@code a.catch(b)}: where the target fails; {@code this} is the error's text then. */
  public static final class Catch extends Node {
    private final Node target;
    private final Node fallback;

    public Catch(Node target, Node fallback) {
      this.target = target;
      this.fallback = fallback;
    }

    @Override
    public Value eval(Frame frame) {
      Value value = target.eval(frame);
      if (!(value instanceof Err e)) {
        return value;
      }
      if (fallback instanceof Constant c) {
        return c.value();
      }
      Str text = Str.of(e.text());
      frame.budget().made(text);
      return frame.with(text, fallback);
    }

    @Override
    public String source() {
      return "method catch";
    }
  }

  /** A coercion with a default: the default also stands in for a failed target. */
  public static final class Coerce extends Node {
    private final Node target;
    private final Op op;
    private final Value fallback;
    private final String name;

    public Coerce(Node target, Op op, Value fallback, String name) {
      this.target = target;
      this.op = op;
      this.fallback = fallback;
      this.name = name;
    }

    @Override
    public Value eval(Frame frame) {
      Value value = target.eval(frame);
      if (value.isErr()) {
        return fallback;
      }
      frame.budget().read(value);
      Value coerced = op.apply(value, frame);
      return coerced.isErr() ? fallback : coerced;
    }

    @Override
    public String source() {
      return "method " + name;
    }
  }
}
