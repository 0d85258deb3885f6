package io.usagecollector.bloblang.run.node;

import io.usagecollector.bloblang.bytes.Runes;
import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.coerce.Numbers;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bento's {@code a[i]} and {@code a[low:high:step]}. */
public final class Brackets {
  private Brackets() {}

  /** {@code a[i]}: an element, one byte of a string as a character, or a byte as a number. */
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
        return at instanceof Err e ? e : Err.type(at, Kind.NUMBER).wrap("index");
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
        String beyond = " out of bounds for length " + size;
        return Err.of("index " + place + beyond, "index" + beyond);
      }
      return switch (receiver) {
        case Arr a -> a.get((int) place);
        case Str s -> Str.of(Character.toString(s.byteAt((int) place)));
        case Bin b -> IntNum.of(b.bytes()[(int) place] & 0xFF, IntNum.Width.UINT8);
        default -> Null.NULL;
      };
    }

    @Override
    public String source() {
      return "index";
    }
  }

  /** {@code a[low:high:step]}: elements, characters of a string, or bytes. */
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
      Value from = bound(low, "start bound", frame);
      Value to = from.isErr() ? from : bound(high, "end bound", frame);
      Value by = to.isErr() ? to : bound(step, "step", frame);
      if (by.isErr()) {
        return by;
      }
      Err problem = problem(from, to, by);
      if (problem != null) {
        return problem;
      }
      return switch (receiver) {
        case Arr a -> ListArr.of(cut(elements(a), from, to, by));
        case Str s -> Str.of(joined(cut(characters(s), from, to, by)));
        case Bin b -> Bin.of(joined(cut(bytes(b.asStr()), from, to, by)));
        default -> Err.type(receiver, Kind.ARRAY, Kind.STRING);
      };
    }

    private static List<Value> elements(Arr array) {
      List<Value> elements = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        elements.add(array.get(i));
      }
      return elements;
    }

    private static List<Str> characters(Str text) {
      List<Str> characters = new ArrayList<>();
      byte[] bytes = text.toBytes();
      for (int i = 0; i < bytes.length; ) {
        int width = Runes.decode(bytes, i, bytes.length) & 7;
        characters.add(text.slice(i, i + width));
        i += width;
      }
      return characters;
    }

    private static List<Str> bytes(Str text) {
      List<Str> bytes = new ArrayList<>();
      for (int i = 0; i < text.length(); i++) {
        bytes.add(text.slice(i, i + 1));
      }
      return bytes;
    }

    private static Value bound(Node node, String name, Frame frame) {
      Value bound = node.eval(frame);
      boolean given = !(node instanceof Constant c && c.value() == Null.NULL);
      return bound.isErr() || bound instanceof Num || !given
          ? bound
          : Err.type(bound, Kind.NUMBER).wrap("slice " + name);
    }

    private static @Nullable Err problem(Value from, Value to, Value by) {
      if (by instanceof Num stride) {
        return Numbers.toLong(stride) == 0 ? Err.of("slice step cannot be zero") : null;
      }
      long first = from instanceof Num n ? Numbers.toLong(n) : Long.MIN_VALUE;
      long last = to instanceof Num n ? Numbers.toLong(n) : Long.MAX_VALUE;
      return first > last
          ? Err.of(
              "lower slice bound (" + first + ") must be lower than upper (" + last + ")",
              "lower slice bound must be lower than upper")
          : null;
    }

    private static <T> List<T> cut(List<T> parts, Value from, Value to, Value by) {
      long stride = by instanceof Num n ? Numbers.toLong(n) : 1;
      int size = parts.size();
      long first = place(from, stride > 0 ? 0 : size - 1, size, stride, 0);
      long last = place(to, stride > 0 ? size : -1, size, stride, -1);
      List<T> chosen = new ArrayList<>();
      for (long i = first; stride > 0 ? i < last : i > last; i += stride) {
        chosen.add(parts.get((int) i));
      }
      return chosen;
    }

    private static long place(Value given, long missing, int size, long stride, long least) {
      if (!(given instanceof Num n)) {
        return missing;
      }
      long at = Numbers.toLong(n);
      long counted = at < 0 ? Math.max(size + at, least) : at;
      return Math.min(counted, stride > 0 ? size : size - 1);
    }

    private static byte[] joined(List<Str> pieces) {
      Utf8Buffer out = new Utf8Buffer(pieces.size());
      pieces.forEach(piece -> out.put(piece.toBytes()));
      return out.toByteArray();
    }

    @Override
    public String source() {
      return "slice";
    }
  }
}
