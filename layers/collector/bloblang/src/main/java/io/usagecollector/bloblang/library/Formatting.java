package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.gotext.format.Arg;
import io.usagecollector.bloblang.gotext.format.GoFormat;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
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
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code "%v".format(...)}: Go's fmt over the values of the language. */
final class Formatting {
  /** Deeper values print as {@code ...}: the printer recurses. */
  private static final int DEEPEST = 200;

  private Formatting() {}

  static Op op(Args args) {
    List<Arg> values = args.all().stream().map(Formatting::arg).toList();
    return Ops.ofAnyText(format -> Str.of(GoFormat.sprintf(format.toString(), values)));
  }

  private static Arg arg(Value value) {
    return arg(value, 0);
  }

  private static Arg arg(Value value, int depth) {
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
      case Arr a -> slice(a, depth);
      case Obj o -> mapping(o.entries(), depth);
      case Absent a -> new Arg.NilPointer(a == Absent.DELETE ? "value.Delete" : "value.Nothing");
      case Err e -> new Arg.Nil();
    };
  }

  private static Arg slice(Arr array, int depth) {
    List<Arg> elements = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      elements.add(arg(array.get(i), depth + 1));
    }
    return new Arg.Slice(elements);
  }

  private static Arg mapping(MapObj object, int depth) {
    List<Str> keys = object.keys();
    Collections.sort(keys);
    List<Arg.Entry> entries = new ArrayList<>();
    for (Str key : keys) {
      entries.add(new Arg.Entry(key.toString(), arg(object.valueAt(object.find(key)), depth + 1)));
    }
    return new Arg.Mapping(entries);
  }
}
