package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Bento's {@code a[i]} and {@code a[low:high:step]}. */
public final class Brackets {
  private Brackets() {}

  /** {@code a[i]}: an element, or one byte of a string as a character. */
  public static final class Index extends Node {
    private final Node target;
    private final Node index;

    public Index(Node target, Node index) {
      this.target = target;
      this.index = index;
    }

    @Override
    public Value eval(Frame frame) {
      Value receiver = target.eval(frame);
      if (receiver.isErr()) {
        return receiver;
      }
      Value at = index.eval(frame);
      if (!(at instanceof Num n)) {
        return Err.type(at, Kind.NUMBER);
      }
      return element(receiver, Numbers.toLong(n));
    }

    private static Value element(Value receiver, long index) {
      int size =
          receiver instanceof Arr a
              ? a.size()
              : receiver instanceof Str s
                  ? s.length()
                  : receiver instanceof Bin b ? b.bytes().length : -1;
      if (size < 0) {
        return Err.type(receiver, Kind.ARRAY, Kind.STRING);
      }
      long place = index < 0 ? index + size : index;
      if (place < 0 || place >= size) {
        return Err.of("index '" + index + "' was out of bounds for array size: " + size);
      }
      return switch (receiver) {
        case Arr a -> a.get((int) place);
        case Str s -> Str.of(Character.toString(s.byteAt((int) place)));
        case Bin b -> Str.of(Character.toString(b.bytes()[(int) place] & 0xFF));
        default -> Null.NULL;
      };
    }

    @Override
    public String source() {
      return "method index";
    }
  }

  /** {@code a[low:high:step]}: elements, or characters of a string. */
  public static final class Slice extends Node {
    private final Node target;
    private final Node low;
    private final Node high;
    private final Node step;

    public Slice(Node target, Node low, Node high, Node step) {
      this.target = target;
      this.low = low;
      this.high = high;
      this.step = step;
    }

    @Override
    public Value eval(Frame frame) {
      Value receiver = target.eval(frame);
      if (receiver.isErr()) {
        return receiver;
      }
      Value by = step.eval(frame);
      Value from = low.eval(frame);
      Value to = high.eval(frame);
      for (Value bound : List.of(by, from, to)) {
        if (bound.isErr()) {
          return bound;
        }
        if (bound != Null.NULL && !(bound instanceof Num)) {
          return Err.type(bound, Kind.NUMBER);
        }
      }
      List<Value> parts = parts(receiver);
      return parts == null
          ? Err.type(receiver, Kind.ARRAY, Kind.STRING)
          : cut(receiver, parts, from, to, by);
    }

    private static @org.jspecify.annotations.Nullable List<Value> parts(Value receiver) {
      List<Value> parts = new ArrayList<>();
      if (receiver instanceof Arr array) {
        for (int i = 0; i < array.size(); i++) {
          parts.add(array.get(i));
        }
        return parts;
      }
      Str text = receiver instanceof Str s ? s : receiver instanceof Bin b ? b.asStr() : null;
      if (text == null) {
        return null;
      }
      byte[] bytes = text.toBytes();
      for (int i = 0; i < bytes.length; ) {
        int width = Utf8.decode(bytes, i, bytes.length) & 7;
        parts.add(text.slice(i, i + width));
        i += width;
      }
      return parts;
    }

    private static Value cut(Value receiver, List<Value> parts, Value from, Value to, Value by) {
      long stride = by instanceof Num n ? Numbers.toLong(n) : 1;
      if (stride == 0) {
        return Err.of("slice step cannot be zero");
      }
      int size = parts.size();
      long first = bound(from, stride > 0 ? 0 : size - 1, size, stride);
      long last = bound(to, stride > 0 ? size : -1, size, stride);
      if (from instanceof Num && to instanceof Num && stride > 0 && first > last) {
        return Err.of("lower slice bound " + first + " must be lower than upper bound " + last);
      }
      List<Value> chosen = new ArrayList<>();
      for (long i = first; stride > 0 ? i < last : i > last; i += stride) {
        chosen.add(parts.get((int) i));
      }
      return receiver instanceof Arr ? ListArr.of(chosen) : joined(chosen);
    }

    private static long bound(Value given, long missing, int size, long stride) {
      if (!(given instanceof Num n)) {
        return missing;
      }
      long at = Numbers.toLong(n);
      long counted = at < 0 ? at + size : at;
      return stride > 0 ? Math.clamp(counted, 0L, size) : Math.clamp(counted, -1L, size - 1L);
    }

    private static Str joined(List<Value> characters) {
      Utf8Buffer out = new Utf8Buffer(characters.size());
      characters.forEach(character -> out.put(((Str) character).toBytes()));
      return Str.of(out.toByteArray());
    }

    @Override
    public String source() {
      return "method slice";
    }
  }
}
