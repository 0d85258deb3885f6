package io.usagecollector.bloblang.library.functions;

import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.coerce.Numbers;
import io.usagecollector.bloblang.run.node.FunctionNode;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Value;
import java.util.List;

/**
 * Functions with a state of their own, which lives as long as the compiled mapping or its
 * environment: thread-safe.
 */
public final class CounterFunctions implements Table<FunctionSpec> {
  @Override
  public List<String> names() {
    return List.of("counter", "count");
  }

  @Override
  public FunctionSpec row(String name) {
    return switch (name) {
      case "counter" ->
          FunctionSpec.of(
                  name, "General", "Counts up by one at each call, from min to max and over again.")
              .param(Param.query("min", "Where it begins.").or(IntNum.of(1)))
              .param(Param.query("max", "Where it begins again.").or(IntNum.of(Long.MAX_VALUE)))
              .param(
                  Param.query("set", "A number sets it, null reads it, deleted() resets it.")
                      .orAbsent())
              .example("root = [counter(min: 7), counter()]", "{}", "[7,1]")
              .node((args, context) -> counter(args));
      case "count" ->
          FunctionSpec.of(
                  name,
                  "Deprecated",
                  "Counts up by one at each call; calls of one name share a count.")
              .param(Param.string("name", "The name of the count."))
              .deprecated("counter")
              .example("root.id = count(\"an example\")", "{}", "{\"id\":1}")
              .node((args, context) ->
                  new FunctionNode(
                      "function count", frame -> IntNum.of(context.counts().next(args.text(0)))));
      default -> throw Table.noRow(name);
    };
  }

  private static Node counter(Args args) {
    Node set = args.has(2) ? args.query(2) : new Constant(Absent.NOTHING);
    Counter counter = new Counter(args.query(0), args.query(1));
    return new FunctionNode(
        "function counter",
        frame -> {
          Value to = set.eval(frame);
          return to instanceof Err e
              ? e.wrap("failed to resolve set argument")
              : counter.next(frame, to);
        });
  }

  /** One count. */
  private static final class Counter {
    private final Node minNode;
    private final Node maxNode;
    private boolean started;
    private long min;
    private long max;
    private long count;

    Counter(Node minNode, Node maxNode) {
      this.minNode = minNode;
      this.maxNode = maxNode;
    }

    synchronized Value next(Frame frame, Value set) {
      Err failure = started ? null : start(frame);
      if (failure != null) {
        return failure;
      }
      if (set == Null.NULL) {
        return IntNum.of(count);
      }
      if (set == Absent.DELETE) {
        count = min - 1;
      } else if (set != Absent.NOTHING) {
        return set(set);
      }
      long value = ++count;
      if (value >= max) {
        count = min - 1;
      }
      return IntNum.of(value);
    }

    private Value set(Value to) {
      if (!(to instanceof Num n)) {
        return Err.type(to, Kind.NUMBER).wrap("failed to resolve set argument");
      }
      count = Numbers.toLong(n);
      return IntNum.of(count);
    }

    private @org.jspecify.annotations.Nullable Err start(Frame frame) {
      if (!(minNode.eval(frame) instanceof Num least)) {
        return Err.type(minNode.eval(frame), Kind.NUMBER).wrap("failed to resolve min argument");
      }
      min = Numbers.toLong(least);
      if (min < 0) {
        return Err.of("min argument must be >0, got " + min, "min argument must be >0");
      }
      if (!(maxNode.eval(frame) instanceof Num most)) {
        return Err.type(maxNode.eval(frame), Kind.NUMBER).wrap("failed to resolve max argument");
      }
      max = Numbers.toLong(most);
      if (max <= min) {
        return Err.of(
            "max argument must be >0 and >min, got " + max, "max argument must be >0 and >min");
      }
      count = min - 1;
      started = true;
      return null;
    }
  }
}
