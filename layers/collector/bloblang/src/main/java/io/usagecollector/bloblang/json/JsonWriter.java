package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Opaque;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Prints values as JSON: what is indented or deep by {@link StackedJson}, all else by recursion.
 */
public final class JsonWriter {
  /**
   * How to print.
   *
   * @param escapeHtml whether {@code < > &} become {@code \\u003c} and so on
   * @param nilAsNull whether {@link io.usagecollector.bloblang.value.ListArr#NIL} prints {@code
   *     null}
   * @param indent what a level is indented with; empty for the compact form
   */
  public record Style(boolean escapeHtml, boolean nilAsNull, boolean pretty, String indent) {
    /** A message's payload. */
    public static final Style MESSAGE = new Style(false, false, false, "");

    /** A container turned into a string. */
    public static final Style TEXT = new Style(true, true, false, "");
  }

  private final Utf8Buffer out;
  private final Style style;

  public JsonWriter(Utf8Buffer out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Appends the value; false, with nothing appended, if a NaN or an infinity is in it. */
  public boolean write(Value value) {
    int start = out.size();
    boolean printable =
        style.pretty
            ? new StackedJson(out, style).write(value)
            : new CompactJson(out, style).write(value);
    if (!printable) {
      out.truncate(start);
    }
    return printable;
  }

  /** The first value in a value that JSON cannot say: {@code value: NaN}. */
  public static String unprintable(Value value) {
    Deque<Value> todo = new ArrayDeque<>();
    todo.push(value);
    while (!todo.isEmpty()) {
      switch (todo.pop()) {
        case FloatNum f when !Double.isFinite(f.value()) -> {
          return "value: " + f;
        }
        case Opaque o when o.json() == null -> {
          return "type: " + o.goType();
        }
        case Obj o -> new MemberCursor.Members(o.entries()).forEachRemaining(todo::push);
        case Arr a -> new MemberCursor.Elements(a).forEachRemaining(todo::push);
        default -> {}
      }
    }
    return "value: time outside of range [0,9999]";
  }
}
