package io.usagecollector.bloblang.library.body.text;

import io.usagecollector.bloblang.gotext.format.Arg;
import io.usagecollector.bloblang.gotext.format.GoFormat;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.run.coerce.GoPrint;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Opaque;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code "%v".format(...)}: Go's fmt over the values of the language. */
public final class Formatting {
  /** Deeper values print as {@code ...}: the printer recurses. */
  private static final int DEEPEST = 200;

  private Formatting() {}

  public static Op op(Args args) {
    List<Value> values = args.all();
    return (receiver, frame) ->
        Ops.ofAnyText(format -> format(format, values, frame.budget())).apply(receiver, frame);
  }

  private static Str format(Str format, List<Value> values, Budget budget) {
    List<Arg> args = values.stream().map(value -> arg(value, 0, budget)).toList();
    String text = GoFormat.sprintf(format.toString(), args);
    budget.text(text.length());
    return Str.of(text);
  }

  private static Arg arg(Value value, int depth, Budget budget) {
    budget.elements(0);
    if (depth > DEEPEST) {
      return new Arg.Text("...");
    }
    return switch (value) {
      case Null n -> new Arg.Nil();
      case Bool b -> new Arg.Bool(b.value());
      case Str s -> new Arg.Text(s.toString());
      case Bin b -> new Arg.Bytes(b.bytes());
      case IntNum n -> new Arg.Int(n.value(), n.width().goName());
      case FloatNum f -> new Arg.Floating(f.value(), f.isSingle() ? 32 : 64);
      case TextNum t -> new Arg.NumberText(t.toString());
      case Time t -> new Arg.Time(t.at());
      case Arr a -> slice(a, depth, budget);
      case Obj o -> mapping(o.entries(), depth, budget);
      case Absent a -> new Arg.NilPointer(a == Absent.DELETE ? "value.Delete" : "value.Nothing");
      case Opaque o -> new Arg.Opaque(o.goType(), GoPrint.of(o));
      case Err e -> new Arg.Nil();
    };
  }

  private static Arg slice(Arr array, int depth, Budget budget) {
    List<Arg> elements = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      elements.add(arg(array.get(i), depth + 1, budget));
    }
    return new Arg.Slice(elements);
  }

  private static Arg mapping(MapObj object, int depth, Budget budget) {
    List<Str> keys = object.keys();
    Collections.sort(keys);
    List<Arg.Entry> entries = new ArrayList<>();
    for (Str key : keys) {
      Value value = object.valueAt(object.find(key));
      entries.add(new Arg.Entry(key.toString(), arg(value, depth + 1, budget)));
    }
    return new Arg.Mapping(entries);
  }
}
