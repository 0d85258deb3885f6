package io.usagecollector.bloblang.run.coerce;

import io.usagecollector.bloblang.Limits;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Opaque;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Deep equality: the left value decides how the right one is read, numbers compare as float64,
 * objects by size and left keys. Without recursion.
 */
public final class Compare {
  private Compare() {}

  /** Compares values that no mapping made, whose size bounds the work. */
  public static boolean equal(Value left, Value right) {
    return equal(left, right, new Budget(new Limits(Long.MAX_VALUE, Long.MAX_VALUE)));
  }

  /** Compares values within what is left of a run's limits. */
  public static boolean equal(Value left, Value right, Budget budget) {
    budget.read(left);
    if (!isContainer(left)) {
      return scalars(left, right);
    }
    Deque<Value> todo = new ArrayDeque<>();
    todo.push(right);
    todo.push(left);
    while (!todo.isEmpty()) {
      Value l = todo.pop();
      Value r = todo.pop();
      boolean same =
          switch (l) {
            case Arr a -> r instanceof Arr b && elements(a, b, todo, budget);
            case Obj a -> r instanceof Obj b && members(a.entries(), b, todo, budget);
            default -> scalars(l, r);
          };
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static boolean isContainer(Value value) {
    return value instanceof Arr || value instanceof Obj;
  }

  private static boolean elements(Arr left, Arr right, Deque<Value> todo, Budget budget) {
    if (left.size() != right.size()) {
      return false;
    }
    budget.step(1 + left.size());
    for (int i = 0; i < left.size(); i++) {
      if (!pair(left.get(i), right.get(i), todo)) {
        return false;
      }
    }
    return true;
  }

  private static boolean members(MapObj left, Obj right, Deque<Value> todo, Budget budget) {
    budget.step(1 + left.size());
    MapObj other = right.entries();
    if (left.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      Value value = other.get(left.keyAt(i));
      if (!pair(left.valueAt(i), value == null ? Null.NULL : value, todo)) {
        return false;
      }
    }
    return true;
  }

  private static boolean pair(Value left, Value right, Deque<Value> todo) {
    if (!isContainer(left)) {
      return scalars(left, right);
    }
    todo.push(right);
    todo.push(left);
    return true;
  }

  private static boolean scalars(Value left, Value right) {
    return switch (left) {
      case Null n -> right == Null.NULL;
      case Str s -> s.equals(text(right));
      case Bin b -> b.asStr().equals(text(right));
      case Time t -> Str.of(t.toString()).equals(text(right));
      case Num n ->
          Numbers.isBeyondFloat(n) ? Str.of(n.toString()).equals(text(right)) : numbers(n, right);
      case Bool b -> truth(right) == b;
      case Arr a -> false;
      case Obj o -> false;
      case Absent a -> false;
      case Opaque o -> false;
      case Err e -> false;
    };
  }

  private static boolean numbers(Num left, Value right) {
    return right instanceof Num r
        && !Numbers.isBeyondFloat(r)
        && Numbers.toDouble(left) == Numbers.toDouble(r);
  }

  /** A string, bytes or timestamp as text; null for anything else. */
  public static @Nullable Str text(Value value) {
    return switch (value) {
      case Str s -> s;
      case Bin b -> b.asStr();
      case Time t -> Str.of(t.toString());
      default -> null;
    };
  }

  /** A bool, or a number read as one; null for anything else. */
  public static @Nullable Bool truth(Value value) {
    return switch (value) {
      case Bool b -> b;
      case TextNum t -> Bool.of(!t.isTextZero());
      case Num n -> Bool.of(Numbers.toDouble(n) != 0);
      default -> null;
    };
  }
}
