package io.usagecollector.bloblang.library.body.collection;

import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.coerce.Numbers;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.PairObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Sorts with comparisons that can fail. Up to twelve elements by insertion, comparing in the order
 * of the language's origin, whose errors name the places compared; more by merging. Stable.
 */
public final class Sorting {
  private static final int INSERTION = 12;
  private static final Str LEFT = Str.of("left");
  private static final Str RIGHT = Str.of("right");

  /** Whether the element at one place comes before that at another: a bool or an {@link Err}. */
  private interface Less {
    Value test(Frame frame, Value[] values, int i, int j);
  }

  private Sorting() {}

  public static Op natural(@Nullable Node compare) {
    return op(compare == null ? Sorting::natural : comparing(compare));
  }

  public static Op by(Node query) {
    return op((frame, values, i, j) -> {
      Value left = frame.with(values[i], query);
      Value right = left.isErr() ? left : frame.with(values[j], query);
      return right.isErr() ? right : ordered(frame, left, right, i, j, "sort_by", query);
    });
  }

  private static Less comparing(Node compare) {
    return (frame, values, i, j) -> {
      frame.budget().step(1);
      Value pair = new PairObj(LEFT, values[i], RIGHT, values[j]);
      Value result = frame.with(pair, compare);
      return result instanceof Bool ? result : Err.typeFrom("sort argument", result, "bool");
    };
  }

  private static Value natural(Frame frame, Value[] values, int i, int j) {
    return ordered(frame, values[i], values[j], i, j, "sort", null);
  }

  private static Value ordered(
      Frame frame, Value l, Value r, int i, int j, String name, @Nullable Node source) {
    frame.budget().step(1);
    frame.budget().read(l);
    boolean number =
        l instanceof TextNum
            || (l instanceof FloatNum f && !f.isSingle())
            || (l instanceof IntNum n && n.isWide());
    if (number) {
      Num left = (Num) l;
      if (Numbers.isBeyondFloat(left)) {
        return named(Err.type(l, Kind.NUMBER), i, name, source);
      }
      return r instanceof Num right && !Numbers.isBeyondFloat(right)
          ? Bool.of(Numbers.toDouble(left) < Numbers.toDouble(right))
          : named(Err.type(r, Kind.NUMBER), j, name, source);
    }
    Str left = l instanceof Str s ? s : l instanceof Bin b ? b.asStr() : null;
    if (left == null) {
      return named(Err.type(l, Kind.NUMBER, Kind.STRING), i, name, source);
    }
    Str right =
        io.usagecollector.bloblang.run.coerce.Texts.isText(r)
            ? io.usagecollector.bloblang.run.coerce.Texts.of(r)
            : null;
    return right == null
        ? named(Err.type(r, Kind.STRING), j, name, source)
        : Bool.of(left.compareTo(right) < 0);
  }

  private static Err named(Err err, int place, String name, @Nullable Node source) {
    return (source == null ? err : err.from(source.source())).wrap(name + " element " + place);
  }

  private static Op op(Less less) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Arr array)) {
        return Err.type(receiver, Kind.ARRAY);
      }
      frame.budget().elements(array.size());
      Value[] values = new Value[array.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = array.get(i);
      }
      Err failure =
          values.length <= INSERTION
              ? insertion(values, frame, less)
              : merge(values, new Value[values.length], 0, values.length, frame, less);
      return failure == null ? Arr.of(values) : failure;
    };
  }

  private static @Nullable Err insertion(Value[] values, Frame frame, Less less) {
    for (int i = 1; i < values.length; i++) {
      for (int j = i; j > 0; j--) {
        Value before = less.test(frame, values, j, j - 1);
        if (before instanceof Err e) {
          return e;
        }
        if (before == Bool.FALSE) {
          break;
        }
        Value swapped = values[j];
        values[j] = values[j - 1];
        values[j - 1] = swapped;
      }
    }
    return null;
  }

  private static @Nullable Err merge(
      Value[] values, Value[] spare, int from, int to, Frame frame, Less less) {
    if (to - from < 2) {
      return null;
    }
    int middle = (from + to) >>> 1;
    Err failure = merge(values, spare, from, middle, frame, less);
    if (failure == null) {
      failure = merge(values, spare, middle, to, frame, less);
    }
    int left = from;
    int right = middle;
    for (int i = from; i < to && failure == null; i++) {
      boolean takeRight = left >= middle;
      if (!takeRight && right < to) {
        Value before = less.test(frame, values, right, left);
        if (before instanceof Err e) {
          failure = e;
        }
        takeRight = before == Bool.TRUE;
      }
      spare[i] = takeRight ? values[right++] : values[left++];
    }
    if (failure == null) {
      System.arraycopy(spare, from, values, from, to - from);
    }
    return failure;
  }
}
