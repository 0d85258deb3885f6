package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.library.body.number.Angle;
import io.usagecollector.bloblang.library.body.number.Powers;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.coerce.Numbers;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** Methods on numbers. */
public final class NumberMethods implements Table<MethodSpec> {
  static final String NUMBERS = "Number Manipulation";

  /** One over the natural logarithm of ten. */
  private static final double PER_LN_10 = 0.4342944819032518;

  @Override
  public List<String> names() {
    return List.of(
        "abs",
        "ceil",
        "floor",
        "round",
        "log",
        "log10",
        "max",
        "min",
        "bitwise_and",
        "bitwise_or",
        "bitwise_xor",
        "pow",
        "sin",
        "cos",
        "tan");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "abs" ->
          MethodSpec.of(name, NUMBERS, "The number without its sign.")
              .plugin()
              .example("root.n = this.n.abs()", "{\"n\":-5.5}", "{\"n\":5.5}")
              .pure(NumberMethods::abs);
      case "ceil" ->
          rounding(
                  name,
                  "The next integer that is not less; an integer where it fits in 64 bits.",
                  Math::ceil)
              .example("root.n = this.n.ceil()", "{\"n\":5.1}", "{\"n\":6}");
      case "floor" ->
          rounding(
                  name,
                  "The next integer that is not more; an integer where it fits in 64 bits.",
                  Math::floor)
              .example("root.n = this.n.floor()", "{\"n\":5.9}", "{\"n\":5}");
      case "round" ->
          rounding(
                  name,
                  "The nearest integer, halves away from zero; an integer where it fits in 64 bits.",
                  NumberMethods::round)
              .example("root = this.map_each(n -> n.round())", "[2.5,-2.5,2.4]", "[3,-3,2]");
      case "log" ->
          measure(name, "The natural logarithm.", StrictMath::log)
              .example("root.n = this.n.log()", "{\"n\":1}", "{\"n\":0}");
      case "log10" ->
          measure(name, "The logarithm to the base 10.", NumberMethods::log10)
              .example("root.n = this.n.log10()", "{\"n\":1000}", "{\"n\":3}");
      case "max" ->
          extreme(name, "The largest number of an array, as a float.", true)
              .example("root.n = this.max()", "[3,9,5]", "{\"n\":9}");
      case "min" ->
          extreme(name, "The smallest number of an array, as a float.", false)
              .example("root.n = this.min()", "[3,9,5]", "{\"n\":3}");
      case "bitwise_and" ->
          bitwise(name, "The bits that both integers have.", (a, b) -> a & b)
              .example("root.n = this.n.bitwise_and(6)", "{\"n\":12}", "{\"n\":4}");
      case "bitwise_or" ->
          bitwise(name, "The bits that either integer has.", (a, b) -> a | b)
              .example("root.n = this.n.bitwise_or(6)", "{\"n\":12}", "{\"n\":14}");
      case "bitwise_xor" ->
          bitwise(name, "The bits that just one of the integers has.", (a, b) -> a ^ b)
              .example("root.n = this.n.bitwise_xor(6)", "{\"n\":12}", "{\"n\":10}");
      case "pow" ->
          MethodSpec.of(name, NUMBERS, "The number raised to a power.")
              .plugin()
              .param(Param.number("exponent", "The power."))
              .example("root.n = this.n.pow(10)", "{\"n\":2}", "{\"n\":1024}")
              .op(NumberMethods::pow);
      case "sin" ->
          trigonometric(name, "The sine of an angle in radians.", Angle::sine)
              .example("root.n = this.n.sin()", "{\"n\":0}", "{\"n\":0}");
      case "cos" ->
          trigonometric(name, "The cosine of an angle in radians.", Angle::cosine)
              .example("root.n = this.n.cos()", "{\"n\":0}", "{\"n\":1}");
      case "tan" ->
          trigonometric(name, "The tangent of an angle in radians.", Angle::tangent)
              .example("root.n = this.n.tan()", "{\"n\":0}", "{\"n\":0}");
      default -> throw Table.noRow(name);
    };
  }

  private static Value abs(Value value) {
    return switch (value instanceof Num n ? n.widened() : value) {
      case FloatNum f -> FloatNum.of(Math.abs(f.value()));
      case IntNum n when !n.isUnsigned64() ->
          n.value() == Long.MIN_VALUE
              ? IntNum.of(Long.MAX_VALUE, IntNum.Width.UINT64)
              : IntNum.of(Math.abs(n.value()));
      default -> Err.typeFrom(null, value, "number", "integer");
    };
  }

  /** Through the natural logarithm, as Go does; the JDK's own differs in the last digit. */
  private static double log10(double value) {
    return StrictMath.log(value) * PER_LN_10;
  }

  /** Halves away from zero, as Go rounds. */
  private static double round(double value) {
    double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
    return Math.abs(value - whole) >= 0.5 ? whole + Math.signum(value) : whole;
  }

  /** What upstream's number methods accept: not the narrow kinds. */
  private static Value plain(Value value) {
    if (!(value instanceof Num n) || (n instanceof FloatNum f && f.isSingle())) {
      return Err.type(value, Kind.NUMBER);
    }
    if (n instanceof IntNum i && i.width() != IntNum.Width.INT64 && !i.isUnsigned64()) {
      return Err.type(value, Kind.NUMBER);
    }
    return Numbers.isBeyondFloat(n)
        ? Err.of(
            "failed to parse number: strconv.ParseFloat: parsing \"" + n + "\": value out of range",
            "failed to parse number")
        : n.widened();
  }

  private static MethodSpec rounding(
      String name, String description, DoubleUnaryOperator rounding) {
    return MethodSpec.of(name, NUMBERS, description)
        .pure(value -> {
          Value number = plain(value);
          if (!(number instanceof FloatNum f)) {
            return number;
          }
          double rounded = rounding.applyAsDouble(f.value());
          return rounded >= -0x1p63 && rounded < 0x1p63
              ? IntNum.of((long) rounded)
              : FloatNum.of(rounded);
        });
  }

  private static MethodSpec measure(String name, String description, DoubleUnaryOperator measure) {
    return MethodSpec.of(name, NUMBERS, description)
        .pure(value -> {
          Value number = plain(value);
          return number instanceof Num n
              ? FloatNum.of(measure.applyAsDouble(Numbers.toDouble(n)))
              : number;
        });
  }

  private static MethodSpec trigonometric(
      String name, String description, DoubleUnaryOperator function) {
    return MethodSpec.of(name, NUMBERS, description).plugin().op(args -> ofFloat(function));
  }

  private static Op pow(Args args) {
    double exponent = args.number(0);
    return ofFloat(base -> Powers.of(base, exponent));
  }

  private static Op ofFloat(DoubleUnaryOperator function) {
    return (receiver, frame) ->
        receiver instanceof Num n && !Numbers.isBeyondFloat(n)
            ? FloatNum.of(function.applyAsDouble(Numbers.toDouble(n)))
            : Err.type(receiver, Kind.NUMBER);
  }

  private static MethodSpec extreme(String name, String description, boolean largest) {
    return MethodSpec.of(name, NUMBERS, description)
        .op(args -> Ops.ofArray(array -> extreme(array, largest)));
  }

  private static Value extreme(Arr array, boolean largest) {
    if (array.size() == 0) {
      return Err.of("the array was empty");
    }
    double found = 0;
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof Num n) || Numbers.isBeyondFloat(n)) {
        return Err.type(array.get(i), Kind.NUMBER).wrap("index " + i + " of array");
      }
      double next = Numbers.toDouble(n);
      if (i == 0 || (largest ? next > found : next < found)) {
        found = next;
      }
    }
    return FloatNum.of(found);
  }

  private static MethodSpec bitwise(String name, String description, LongBinaryOperator operator) {
    return MethodSpec.of(name, NUMBERS, description)
        .param(Param.integer("value", "The other integer."))
        .op(args ->
            (receiver, frame) ->
                receiver instanceof Num n && !Numbers.isBeyondFloat(n)
                    ? IntNum.of(operator.applyAsLong(Numbers.toLong(n), args.integer(0)))
                    : Err.typeFrom(null, receiver, "integer"));
  }
}
