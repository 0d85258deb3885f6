package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.List;

/**
 * The arguments of a call, converted to what the parameters want, by the parameters' order.
 * Optional ones may be absent.
 */
public final class Args {
  private final Object[] values;

  /**
   * Takes the array over. An element is a {@link Value}, a {@link Node} for query parameters, or
   * null where an optional one is absent.
   */
  public Args(Object[] values) {
    this.values = values;
  }

  /** How many; for variadic calls. */
  public int size() {
    return values.length;
  }

  /**
   * True if an argument was given; a null given to an optional parameter counts as absent, as
   * upstream's.
   */
  public boolean has(int i) {
    return i < values.length && values[i] != null && values[i] != Null.NULL;
  }

  public Value value(int i) {
    return values[i] instanceof Value v ? v : Null.NULL;
  }

  public Str string(int i) {
    return (Str) values[i];
  }

  public String text(int i) {
    return values[i].toString();
  }

  public long integer(int i) {
    return ((IntNum) values[i]).value();
  }

  public double number(int i) {
    return ((FloatNum) values[i]).value();
  }

  public boolean bool(int i) {
    return ((Bool) values[i]).value();
  }

  public Time time(int i) {
    return (Time) values[i];
  }

  public Arr array(int i) {
    return (Arr) values[i];
  }

  public Obj object(int i) {
    return (Obj) values[i];
  }

  /**
   * An argument that is evaluated by the call itself, as often as it likes: each time counts
   * against the run's limits.
   */
  public Node query(int i) {
    return (Node) values[i];
  }

  /** An argument that is evaluated by the call itself, at most once. */
  public Node branch(int i) {
    return Counted.uncounted((Node) values[i]);
  }

  /** All arguments of a variadic call. */
  public List<Value> all() {
    return java.util.stream.IntStream.range(0, values.length).mapToObj(this::value).toList();
  }
}
