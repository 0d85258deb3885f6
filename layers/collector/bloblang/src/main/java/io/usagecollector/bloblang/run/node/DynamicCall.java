package io.usagecollector.bloblang.run.node;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.InnerMapping;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;

/**
 * A call with arguments that are only known when it runs: they are evaluated, converted, and the
 * call is built and run with them.
 */
public final class DynamicCall extends Node {
  /** Builds the call. */
  @FunctionalInterface
  public interface Builder {
    Node build(Args args) throws ArgumentException;
  }

  /** Converts an evaluated argument to what its parameter wants: a value, or an {@link Err}. */
  @FunctionalInterface
  public interface Conversion {
    Value convert(Value value);
  }

  /** An argument to evaluate, its place, its name in error texts and its conversion. */
  public record Pending(int index, String name, Node node, Conversion conversion) {}

  private final String source;
  private final String what;
  private final Object[] known;
  private final Pending[] pending;
  private final Builder builder;

  /** A call; {@code what} is {@code method 'm'} or {@code function 'f'}. */
  public DynamicCall(
      String source, String what, Object[] known, Pending[] pending, Builder builder) {
    this.source = source;
    this.what = what;
    this.known = known;
    this.pending = pending;
    this.builder = builder;
  }

  @Override
  public Value eval(Frame frame) {
    Object[] values = known.clone();
    for (Pending argument : pending) {
      Value value = argument.node.eval(frame);
      Value converted = value.isErr() ? value : argument.conversion.convert(value);
      if (converted instanceof Err e) {
        return e.wrap("failed to extract input arg '" + argument.name + "'").wrap(what);
      }
      values[argument.index] = converted;
    }
    return call(values, frame);
  }

  /** Building a call takes time for each byte of its arguments: patterns and mappings are read. */
  private static long weight(Object[] values) {
    long weight = 1;
    for (Object value : values) {
      weight += value instanceof Str s ? s.length() : 0;
    }
    return weight;
  }

  /**
   * What it says when it fails may quote its arguments, which came from the event; a mapping among
   * them names its own fields, too.
   */
  private Value call(Object[] values, Frame frame) {
    frame.budget().step(weight(values));
    String instead = what + " failed on its arguments";
    try {
      Node call = builder.build(new Args(values));
      Value result = call.eval(frame);
      if (!(result instanceof Err e)) {
        return result;
      }
      return call instanceof InnerMapping.Call ? e.hidden(instead) : e.withWordsHidden(instead);
    } catch (ArgumentException e) {
      return e.err().withWordsHidden(instead);
    }
  }

  @Override
  public String source() {
    return source;
  }
}
