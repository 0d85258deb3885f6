package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.gotext.FloatText;
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
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;
import java.util.Base64;

/** Prints what is no container as JSON. */
final class JsonLeaf {
  private JsonLeaf() {}

  /**
   * Appends a value that is no container; false, with nothing appended, if JSON has no word for it.
   */
  static boolean append(Value value, JsonWriter.Style style, Utf8Buffer out) {
    switch (value) {
      case Str s -> string(s, style, out);
      case TextNum n -> n.appendTo(out);
      case IntNum n -> integer(n, out);
      case FloatNum f -> {
        return number(f, out);
      }
      case Bool b -> out.put(b.toString());
      case Bin b when b == Bin.NIL -> out.put("null");
      case Bin b -> out.put('"').put(Base64.getEncoder().encode(b.bytes())).put('"');
      case Time t -> {
        if (!t.isPrintable()) {
          return false;
        }
        out.put('"').put(t.toString()).put('"');
      }
      case Null n -> out.put("null");
      case Absent a -> out.put("null");
      case Opaque o -> {
        String json = o.json();
        if (json == null) {
          return false;
        }
        out.put(json);
      }
      case Err e -> out.put("null");
      case Obj o -> throw new IllegalArgumentException("an object is no leaf");
      case Arr a -> throw new IllegalArgumentException("an array is no leaf");
    }
    return true;
  }

  static void string(Str s, JsonWriter.Style style, Utf8Buffer out) {
    out.put('"');
    JsonEscape.append(s, style.escapeHtml(), out);
    out.put('"');
  }

  private static void integer(IntNum n, Utf8Buffer out) {
    if (n.isUnsigned64()) {
      out.put(n.toString());
    } else {
      out.putLong(n.value());
    }
  }

  private static boolean number(FloatNum f, Utf8Buffer out) {
    double v = f.value();
    if (Double.isNaN(v) || Double.isInfinite(v)) {
      return false;
    }
    if (f.isSingle() || !FastDecimal.append(v, out)) {
      out.put(f.isSingle() ? FloatText.json((float) v) : FloatText.json(v));
    }
    return true;
  }
}
