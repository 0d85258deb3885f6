package io.usagecollector.bloblang.library.body.collection;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.root.EmptyArrays;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;

/** {@code slice(low, high)}. */
public record Slices(long low, long high, boolean open) {
  public static Op op(Args args) throws ArgumentException {
    boolean open = !args.has(1);
    Slices slice = new Slices(args.integer(0), open ? 0 : args.integer(1), open);
    if (!open && slice.high > 0 && slice.low >= slice.high) {
      throw new ArgumentException(
          "lower slice bound " + slice.low + " must be lower than upper (" + slice.high + ")");
    }
    return (receiver, frame) -> slice.of(receiver);
  }

  private Value of(Value receiver) {
    int size =
        switch (receiver) {
          case Str s -> s.length();
          case Bin b -> b.bytes().length;
          case Arr a -> a.size();
          default -> -1;
        };
    if (size < 0) {
      return Err.type(receiver, Kind.ARRAY, Kind.STRING);
    }
    long upper = open ? size : high < 0 ? size + high : high;
    int to = (int) Math.clamp(upper, 0L, size);
    long from = low < 0 ? Math.max(size + low, 0) : low;
    if (from > to) {
      return Err.of(
          "lower slice bound "
              + from
              + " must be lower than or equal to upper bound ("
              + to
              + ") and target length ("
              + size
              + ")");
    }
    return cut(receiver, (int) from, to);
  }

  private static Value cut(Value receiver, int from, int to) {
    return switch (receiver) {
      case Str s -> s.slice(from, to);
      case Bin b -> Bin.of(b.asStr().slice(from, to).toBytes());
      case Arr a -> {
        ListArr part = ListArr.withCapacity(to - from);
        for (int i = from; i < to; i++) {
          part.add(a.get(i));
        }
        yield EmptyArrays.orNil(part, a == ListArr.NIL);
      }
      default -> Err.type(receiver, Kind.ARRAY, Kind.STRING);
    };
  }
}
