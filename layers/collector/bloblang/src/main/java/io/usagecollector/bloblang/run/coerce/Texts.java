package io.usagecollector.bloblang.run.coerce;

import io.usagecollector.bloblang.json.ValueJson;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;

/** Any value as a string: what {@code .string()}, interpolation and {@code contains} make of it. */
public final class Texts {
  private static final Str NULL = Str.of("null");
  private static final Str TRUE = Str.of("true");
  private static final Str FALSE = Str.of("false");

  private Texts() {}

  public static Str of(Value value) {
    return switch (value) {
      case Str s -> s;
      case Bin b -> b.asStr();
      case TextNum t -> t.asStr();
      case Bool b -> b.value() ? TRUE : FALSE;
      case Null n -> NULL;
      case Absent a -> NULL;
      case FloatNum f when f.isSingle() -> ValueJson.textStr(f);
      case IntNum n -> Str.of(n.toString());
      case io.usagecollector.bloblang.value.Arr a -> ValueJson.textStr(a);
      case io.usagecollector.bloblang.value.Obj o -> ValueJson.textStr(o);
      default -> Str.of(value.toString());
    };
  }

  /** True for strings, bytes and timestamps: what counts as text where text is wanted. */
  public static boolean isText(Value value) {
    return value instanceof Str || value instanceof Bin || value instanceof Time;
  }

  /** Metadata read as a string: the same, but for {@code < > &}, which stay as they are. */
  public static Str ofMetadata(Value value) {
    boolean container =
        value instanceof io.usagecollector.bloblang.value.Arr
            || value instanceof io.usagecollector.bloblang.value.Obj;
    return container ? Str.of(ValueJson.bytes(value)) : of(value);
  }
}
