package io.usagecollector.bloblang.run.coerce;

import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Opaque;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;

/** What Go's {@code %T} says of a value: it stands in some error texts. */
public final class GoType {
  private GoType() {}

  public static String of(Value value) {
    return switch (value) {
      case Null n -> "<nil>";
      case Bool b -> "bool";
      case Str s -> "string";
      case Bin b -> "[]uint8";
      case IntNum n -> n.width().goName();
      case FloatNum f -> f.isSingle() ? "float32" : "float64";
      case TextNum t -> "json.Number";
      case Time t -> "time.Time";
      case Arr a -> "[]interface {}";
      case Obj o -> "map[string]interface {}";
      case Absent a -> a == Absent.DELETE ? "value.Delete" : "value.Nothing";
      case Opaque o -> o.goType();
      case Err e -> "error";
    };
  }

  public static Err notBool(String source, Value value) {
    String type = of(value);
    return Err.of(
        source + " resolved to a non-boolean value " + GoPrint.of(value) + " (" + type + ")",
        source + " resolved to a non-boolean value (" + type + ")");
  }
}
