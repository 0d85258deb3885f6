package io.usagecollector.bloblang.run.coerce;

import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Opaque;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.Collections;
import java.util.List;

/** What Go's {@code %v} prints of a value. */
public final class GoPrint {
  /** Deeper values, and what follows a megabyte, print as {@code ...}: it is for error texts. */
  private static final int DEEPEST = 1000;

  private static final int LONGEST = 1 << 20;

  private GoPrint() {}

  public static String of(Value value) {
    StringBuilder out = new StringBuilder();
    append(out, value, 0);
    return out.toString();
  }

  private static void append(StringBuilder out, Value value, int depth) {
    if (depth > DEEPEST || out.length() > LONGEST) {
      out.append("...");
      return;
    }
    switch (value) {
      case Null n -> out.append("<nil>");
      case Absent a -> out.append("<nil>");
      case Arr a -> array(out, a, depth);
      case Obj o -> object(out, o.entries(), depth);
      case Bin b -> bytes(out, b);
      case Time t -> out.append(t.at());
      case Opaque o -> opaque(out, o, depth);
      default -> out.append(value);
    }
  }

  private static void opaque(StringBuilder out, Opaque value, int depth) {
    MapObj members = value.members();
    if (members == null) {
      out.append(value);
    } else {
      object(out, members, depth);
    }
  }

  private static void array(StringBuilder out, Arr array, int depth) {
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        out.append(' ');
      }
      append(out, array.get(i), depth + 1);
    }
    out.append(']');
  }

  private static void object(StringBuilder out, MapObj object, int depth) {
    List<Str> keys = object.keys();
    Collections.sort(keys);
    out.append("map[");
    for (int i = 0; i < keys.size(); i++) {
      out.append(i > 0 ? " " : "").append(keys.get(i)).append(':');
      Value value = object.get(keys.get(i));
      append(out, value == null ? Null.NULL : value, depth + 1);
    }
    out.append(']');
  }

  private static void bytes(StringBuilder out, Bin bin) {
    out.append('[');
    String separator = "";
    for (byte b : bin.bytes()) {
      out.append(separator).append(b & 0xFF);
      separator = " ";
    }
    out.append(']');
  }
}
