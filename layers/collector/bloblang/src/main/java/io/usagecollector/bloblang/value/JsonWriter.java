package io.usagecollector.bloblang.value;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Prints values as JSON, without recursion: an explicit stack of open containers, so that depth
 * costs heap and no stack. What is neither indented nor deep goes the short way of {@link
 * CompactJson}.
 */
public final class JsonWriter {
  /**
   * How to print.
   *
   * @param escapeHtml whether {@code < > &} become {@code \\u003c} and so on
   * @param nilAsNull whether {@link ListArr#NIL} prints {@code null}
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
  private final Deque<Cursor> open = new ArrayDeque<>(8);

  public JsonWriter(Utf8Buffer out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Appends the value; false, with nothing appended, if a NaN or an infinity is in it. */
  public boolean write(Value value) {
    int start = out.size();
    boolean printable = style.pretty ? stacked(value) : new CompactJson(out, style).write(value);
    if (!printable) {
      out.truncate(start);
    }
    return printable;
  }

  /** Appends the value by the stack; appends a part of it if it is not printable. */
  boolean stacked(Value value) {
    boolean printable = one(value);
    while (printable && !open.isEmpty()) {
      printable = step(open.getFirst());
    }
    return printable;
  }

  /** The first value in a value that JSON cannot say, as text. */
  public static String unprintable(Value value) {
    Deque<Value> todo = new ArrayDeque<>();
    todo.push(value);
    while (!todo.isEmpty()) {
      switch (todo.pop()) {
        case FloatNum f when !Double.isFinite(f.value()) -> {
          return f.toString();
        }
        case Obj o -> new Cursor.Members(o.entries()).forEachRemaining(todo::push);
        case Arr a -> new Cursor.Elements(a).forEachRemaining(todo::push);
        default -> {}
      }
    }
    return "time outside of range [0,9999]";
  }

  private boolean step(Cursor cursor) {
    if (!cursor.advance()) {
      open.removeFirst();
      if (!cursor.isFirst()) {
        newline();
      }
      out.put(cursor.isObject() ? '}' : ']');
      return true;
    }
    if (!cursor.isFirst()) {
      out.put(',');
    }
    newline();
    if (cursor.isObject()) {
      JsonLeaf.string(cursor.key(), style, out);
      out.put(':');
      if (style.pretty) {
        out.put(' ');
      }
    }
    cursor.begun();
    return one(cursor.value());
  }

  private void newline() {
    if (style.pretty) {
      out.put('\n');
      for (int i = 0; i < open.size(); i++) {
        out.put(style.indent);
      }
    }
  }

  private boolean one(Value value) {
    switch (value) {
      case Obj o -> open(o);
      case Arr a -> open(a);
      default -> {
        return JsonLeaf.append(value, style, out);
      }
    }
    return true;
  }

  private void open(Obj o) {
    open.addFirst(new Cursor.Members(o.entries()));
    out.put('{');
  }

  private void open(Arr a) {
    if (a == ListArr.NIL && style.nilAsNull) {
      out.put("null");
      return;
    }
    open.addFirst(new Cursor.Elements(a));
    out.put('[');
  }
}
