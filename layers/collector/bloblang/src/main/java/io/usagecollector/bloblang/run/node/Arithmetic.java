package io.usagecollector.bloblang.run.node;

import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.run.coerce.Compare;
import io.usagecollector.bloblang.run.coerce.Numbers;
import io.usagecollector.bloblang.syntax.Operator;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Value;

/** What the operators of the first three passes compute, {@code |} excepted. */
public final class Arithmetic {
  private Arithmetic() {}

  /** Applies an operator; the sources are for error texts. */
  public static Value apply(
      Operator operator, Value l, Node left, Value r, Node right, Budget budget) {
    return switch (operator) {
      case ADD -> add(l, left, r, right, budget);
      case SUBTRACT, MULTIPLY -> numeric(operator, l, left, r, right);
      case DIVIDE -> divide(l, left, r, right);
      case MODULO -> modulo(l, left, r, right);
      case EQUAL, UNEQUAL, MORE, LESS, AT_LEAST, AT_MOST ->
          compare(operator, l, left, r, right, budget);
      case AND, OR, COALESCE ->
          throw new IllegalArgumentException("not an operator on values: " + operator);
    };
  }

  private static Value mismatch(Operator operator, Value l, Node left, Value r, Node right) {
    return Err.mismatch(operator.word(), l, left.source(), r, right.source());
  }

  private static Value add(Value l, Node left, Value r, Node right, Budget budget) {
    boolean adds =
        switch (l) {
          case IntNum n -> n.isWide();
          case FloatNum f -> !f.isSingle();
          case TextNum t -> true;
          default -> false;
        };
    if (adds) {
      return numeric(Operator.ADD, l, left, r, right);
    }
    Str start = l instanceof Str s ? s : l instanceof Bin b ? b.asStr() : null;
    Str end = start == null ? null : Compare.text(r);
    return start == null || end == null
        ? mismatch(Operator.ADD, l, left, r, right)
        : joined(start, end, budget);
  }

  private static Str joined(Str start, Str end, Budget budget) {
    budget.text((long) start.length() + end.length());
    return start.concat(end);
  }

  /** Upstream's operators see a timestamp as its text, and say so. */
  private static Value sanitized(Value value) {
    return switch (value) {
      case Num n -> n.widened() instanceof TextNum t ? Str.of(t.toString()) : n.widened();
      default -> {
        Str text = Compare.text(value);
        yield text == null || value instanceof Bin ? value : text;
      }
    };
  }

  private static Value numeric(Operator operator, Value l, Node left, Value r, Node right) {
    Value a = sanitized(l);
    Value b = sanitized(r);
    if (!(a instanceof Num x) || !(b instanceof Num y)) {
      return mismatch(operator, a, left, b, right);
    }
    if (x instanceof FloatNum || y instanceof FloatNum) {
      return FloatNum.of(floats(operator, Numbers.toDouble(x), Numbers.toDouble(y)));
    }
    boolean unsigned = isUnsigned(x) && isUnsigned(y);
    return IntNum.of(
        integers(operator, Numbers.toLong(x), Numbers.toLong(y)),
        unsigned ? IntNum.Width.UINT64 : IntNum.Width.INT64);
  }

  private static boolean isUnsigned(Num num) {
    return num instanceof IntNum n && n.isUnsigned64();
  }

  private static double floats(Operator operator, double x, double y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUBTRACT -> x - y;
      default -> x * y;
    };
  }

  private static long integers(Operator operator, long x, long y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUBTRACT -> x - y;
      default -> x * y;
    };
  }

  private static boolean isUsable(Value value) {
    return value instanceof Num n && !Numbers.isBeyondFloat(n);
  }

  private static Value divide(Value l, Node left, Value r, Node right) {
    if (!isUsable(l) || !isUsable(r)) {
      return mismatch(Operator.DIVIDE, l, left, r, right);
    }
    double divisor = Numbers.toDouble((Num) r);
    return divisor == 0
        ? Err.of("attempted to divide by zero").from(right.source())
        : FloatNum.of(Numbers.toDouble((Num) l) / divisor);
  }

  private static Value modulo(Value l, Node left, Value r, Node right) {
    if (!isUsable(l) || !isUsable(r)) {
      return mismatch(Operator.MODULO, l, left, r, right);
    }
    long divisor = Numbers.toLong((Num) r);
    return divisor == 0
        ? Err.of("attempted to divide by zero").from(right.source())
        : IntNum.of(Numbers.toLong((Num) l) % divisor);
  }

  private static Value compare(
      Operator operator, Value l, Node left, Value r, Node right, Budget budget) {
    boolean texts = l instanceof Str && r instanceof Str;
    if ((texts || r == Null.NULL) && (operator == Operator.EQUAL || operator == Operator.UNEQUAL)) {
      budget.read(l);
      return Bool.of(l.equals(r) == (operator == Operator.EQUAL));
    }
    Integer order = null;
    boolean ordered = true;
    switch (l) {
      case Num n when !Numbers.isBeyondFloat(n) -> {
        if (isUsable(r)) {
          return Bool.of(numbers(operator, n, (Num) r));
        }
      }
      case Bool b -> {
        ordered = false;
        Bool other = Compare.truth(r);
        order = other == null ? null : b == other ? 0 : 1;
      }
      case Arr a -> ordered = false;
      case Obj o -> ordered = false;
      default -> {
        Str text = l instanceof Num n ? Str.of(n.toString()) : Compare.text(l);
        Str other = text == null ? null : Compare.text(r);
        budget.read(l);
        order = text == null || other == null ? null : (Integer) text.compareTo(other);
        ordered = text != null;
      }
    }
    if (operator == Operator.EQUAL || operator == Operator.UNEQUAL) {
      boolean same = order == null ? !ordered && Compare.equal(l, r, budget) : order == 0;
      return Bool.of(same == (operator == Operator.EQUAL));
    }
    return order == null || !ordered
        ? mismatchOfOrder(operator, l, left, r, right)
        : Bool.of(holds(operator, order));
  }

  private static Value mismatchOfOrder(Operator operator, Value l, Node left, Value r, Node right) {
    boolean numeric = l instanceof Num n && !Numbers.isBeyondFloat(n);
    return numeric
        ? mismatch(operator, sanitized(l), left, sanitized(r), right)
        : mismatch(operator, l, left, r, right);
  }

  private static boolean numbers(Operator operator, Num l, Num r) {
    Num x = l.widened();
    Num y = r.widened();
    if (x instanceof FloatNum || y instanceof FloatNum) {
      return compares(operator, Numbers.toDouble(x), Numbers.toDouble(y));
    }
    long a = Numbers.toLong(x);
    long b = Numbers.toLong(y);
    boolean unsigned = isUnsigned(x) && isUnsigned(y);
    return holds(operator, unsigned ? Long.compareUnsigned(a, b) : Long.compare(a, b));
  }

  private static boolean compares(Operator operator, double x, double y) {
    return switch (operator) {
      case EQUAL -> x == y;
      case UNEQUAL -> x != y;
      case MORE -> x > y;
      case LESS -> x < y;
      case AT_LEAST -> x >= y;
      default -> x <= y;
    };
  }

  private static boolean holds(Operator operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case UNEQUAL -> order != 0;
      case MORE -> order > 0;
      case LESS -> order < 0;
      case AT_LEAST -> order >= 0;
      default -> order <= 0;
    };
  }
}
