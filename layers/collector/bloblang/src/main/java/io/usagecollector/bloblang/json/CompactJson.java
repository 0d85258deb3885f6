package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;

/**
 * Prints values as JSON without indentation, by recursion: half the cost of {@link StackedJson} for
 * what events are. What lies deeper than {@link #DEPTH} is handed to that one.
 */
final class CompactJson {
  private static final int DEPTH = 64;

  private final Utf8Buffer out;
  private final JsonWriter.Style style;

  CompactJson(Utf8Buffer out, JsonWriter.Style style) {
    this.out = out;
    this.style = style;
  }

  /** Appends the value; false, with a part of it appended, if it is not printable. */
  boolean write(Value value) {
    return write(value, 0);
  }

  private boolean write(Value value, int depth) {
    return switch (value) {
      case Obj o -> depth < DEPTH ? members(o.entries(), depth + 1) : deep(o);
      case Arr a -> depth < DEPTH ? elements(a, depth + 1) : deep(a);
      default -> JsonLeaf.append(value, style, out);
    };
  }

  private boolean deep(Value value) {
    return new StackedJson(out, style).write(value);
  }

  private boolean members(MapObj map, int depth) {
    int[] order = KeyOrder.of(map);
    out.put('{');
    for (int i = 0; i < order.length; i++) {
      if (i > 0) {
        out.put(',');
      }
      int at = order[i];
      JsonLeaf.string(map.keyAt(at), style, out);
      out.put(':');
      if (!write(map.valueAt(at), depth)) {
        return false;
      }
    }
    out.put('}');
    return true;
  }

  private boolean elements(Arr array, int depth) {
    if (array == ListArr.NIL && style.nilAsNull()) {
      out.put("null");
      return true;
    }
    int size = array.size();
    out.put('[');
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        out.put(',');
      }
      if (!write(array.get(i), depth)) {
        return false;
      }
    }
    out.put(']');
    return true;
  }
}
