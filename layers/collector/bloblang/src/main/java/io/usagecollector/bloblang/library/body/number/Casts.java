package io.usagecollector.bloblang.library.body.number;

import io.usagecollector.bloblang.gotext.FloatParser;
import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.IntParser;
import io.usagecollector.bloblang.run.coerce.Numbers;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Value;

/** Exact casts to the integer kinds. */
public final class Casts {
  private Casts() {}

  public static Value to(Value value, IntNum.Width width) {
    Value wide = width.signed() ? signed(value) : unsigned(value);
    return wide instanceof IntNum n ? narrowed(n.value(), width) : wide;
  }

  private static Value narrowed(long value, IntNum.Width width) {
    int bits =
        switch (width) {
          case INT64, INT, UINT64 -> 64;
          case INT32, UINT32 -> 32;
          case INT16, UINT16 -> 16;
          case INT8, UINT8 -> 8;
        };
    if (bits < 64) {
      String kind =
          (bits == 8 ? "an " : "a ")
              + bits
              + "-bit "
              + (width.signed() ? "signed" : "unsigned")
              + " integer";
      long most = width.signed() ? (1L << (bits - 1)) - 1 : (1L << bits) - 1;
      boolean large = width.signed() ? value > most : Long.compareUnsigned(value, most) > 0;
      if (large) {
        return Err.of("value is too large to be cast as " + kind);
      }
      if (width.signed() && value < -most - 1) {
        return Err.of("value is too small to be cast as " + kind);
      }
    }
    return IntNum.of(value, width);
  }

  private static Value signed(Value value) {
    return switch (value) {
      case IntNum n when n.isUnsigned64() && n.value() < 0 ->
          Err.of("unsigned integer value is too large to be cast as a signed integer");
      case IntNum n -> IntNum.of(n.value());
      case FloatNum f -> ofFloat(f.value(), true);
      case TextNum t -> parsed(t.toString(), 10, true);
      case Str s -> parsed(s.toString(), 0, true);
      case Bin b -> parsed(b.asStr().toString(), 0, true);
      default -> Err.type(value, Kind.NUMBER);
    };
  }

  private static Value unsigned(Value value) {
    return switch (value) {
      case IntNum n when n.isUnsigned64() || n.value() >= 0 -> IntNum.of(n.value());
      case IntNum n -> negative("signed integer");
      case FloatNum f -> ofFloat(f.value(), false);
      case TextNum t -> {
        Value integer = parsed(t.toString(), 10, true);
        yield integer instanceof IntNum n && n.value() < 0 ? negative("signed integer") : integer;
      }
      case Str s -> parsed(s.toString(), 0, false);
      case Bin b -> parsed(b.asStr().toString(), 0, false);
      default -> Err.type(value, Kind.NUMBER);
    };
  }

  private static Err negative(String what) {
    return Err.of(what + " value is negative and cannot be cast as an unsigned integer");
  }

  private static Value parsed(String text, int base, boolean signed) {
    try {
      return IntNum.of(signed ? IntParser.parse(text, base) : IntParser.parseUnsigned(text, base));
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is no integer of this kind");
    }
  }

  private static Value ofFloat(double value, boolean signed) {
    String kind = signed ? "a signed integer" : "an unsigned integer";
    String article = signed ? "an integer" : "an unsigned integer";
    if (!signed && value < 0) {
      return negative("float");
    }
    if (Double.isInfinite(value)) {
      return Err.of("cannot convert +/-INF to " + article);
    }
    if (Double.isNaN(value)) {
      return Err.of("cannot convert NAN to " + article);
    }
    double beyond = signed ? 0x1p63 : 0x1p64;
    if (value > beyond) {
      return Err.of("float value is too large to be cast as " + kind);
    }
    if (value < -0x1p63) {
      return Err.of("float value is too small to be cast as " + kind);
    }
    // The first float that does not fit is told as upstream does, which converts it there and back.
    if (value != Math.rint(value) || value == beyond) {
      return Err.of(
          "float value contains decimals and therefore cannot be cast as "
              + kind
              + ", if you intend to round the value then call `.round()` explicitly before this cast");
    }
    return IntNum.of(
        signed || value < 0x1p63
            ? Numbers.truncate(value)
            : (long) (value - 0x1p63) + Long.MIN_VALUE);
  }

  public static Value toFloat32(Value value) {
    return switch (value) {
      case FloatNum f when f.isSingle() -> Err.type(value, Kind.NUMBER);
      case FloatNum f -> FloatNum.single((float) f.value());
      case IntNum n -> FloatNum.single(toFloat(n));
      case TextNum t -> parsedSingle(t.toString());
      case Str s -> parsedSingle(s.toString());
      case Bin b -> parsedSingle(b.asStr().toString());
      default -> Err.type(value, Kind.NUMBER);
    };
  }

  private static float toFloat(Num num) {
    return num instanceof IntNum n && !n.isUnsigned64()
        ? (float) n.value()
        : (float) Numbers.toDouble(num);
  }

  private static Value parsedSingle(String text) {
    try {
      return FloatNum.single(FloatParser.parseSingle(text));
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is no number");
    }
  }
}
