package io.usagecollector.bloblang.extension;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.IntParser;
import io.usagecollector.bloblang.run.coerce.Numbers;
import io.usagecollector.bloblang.run.coerce.Timestamps;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Value;

/** What a parameter takes. */
public enum ParamType {
  STRING("string"),
  /** A whole number; a float is truncated. */
  INTEGER("integer"),
  FLOAT("float"),
  /** A bool or a number. */
  BOOL("bool"),
  /** A timestamp, its RFC 3339 text, or unix seconds. */
  TIMESTAMP("timestamp"),
  ARRAY("array"),
  OBJECT("object"),
  /** An expression, evaluated by the method itself as often as it likes. */
  QUERY("query expression"),
  ANY("unknown");

  private final String label;

  ParamType(String label) {
    this.label = label;
  }

  /** What error texts call it. */
  public String label() {
    return label;
  }

  /** The argument as the parameter wants it, or an {@link Err}. */
  public Value convert(Value value) {
    return switch (this) {
      case INTEGER -> integer(value);
      case FLOAT -> number(value);
      case BOOL -> bool(value);
      case TIMESTAMP -> Timestamps.of(value);
      case STRING ->
          value instanceof Str ? value : value instanceof Bin b ? b.asStr() : wrong(value);
      case ARRAY -> value instanceof Arr ? value : wrong(value);
      case OBJECT -> value instanceof Obj ? value : wrong(value);
      case QUERY, ANY -> value;
    };
  }

  private Err wrong(Value value) {
    return Err.of("wrong argument type, expected " + label + ", got " + value.kind());
  }

  private static Value integer(Value value) {
    if (!(value instanceof Num n)) {
      return Err.type(value, Kind.NUMBER);
    }
    return Numbers.isBeyondFloat(n) ? notInteger(n.toString()) : IntNum.of(Numbers.toLong(n));
  }

  private static Err notInteger(String text) {
    try {
      return Err.of("not an integer: " + IntParser.parse(text, 10));
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the number is no integer");
    }
  }

  private static Value number(Value value) {
    return value instanceof Num n && !Numbers.isBeyondFloat(n)
        ? FloatNum.of(Numbers.toDouble(n))
        : Err.type(value, Kind.NUMBER);
  }

  private static Value bool(Value value) {
    return switch (value) {
      case Bool b -> b;
      case TextNum t -> Bool.of(!t.isTextZero());
      case Num n -> Bool.of(Numbers.toDouble(n) != 0);
      default -> Err.type(value, Kind.BOOL);
    };
  }
}
