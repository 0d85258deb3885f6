package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Prints values as JSON without recursion: an explicit stack of open containers, so that depth
 * costs heap and no stack.
 */
final class StackedJson {
  private final Utf8Buffer out;
  private final JsonWriter.Style style;
  private final Deque<MemberCursor> open = new ArrayDeque<>(8);

  StackedJson(Utf8Buffer out, JsonWriter.Style style) {
    this.out = out;
    this.style = style;
  }

  /** Appends the value; false, with a part of it appended, if it is not printable. */
  boolean write(Value value) {
    boolean printable = one(value);
    while (printable && !open.isEmpty()) {
      printable = step(open.getFirst());
    }
    return printable;
  }

  private boolean step(MemberCursor cursor) {
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
      if (style.pretty()) {
        out.put(' ');
      }
    }
    cursor.begun();
    return one(cursor.value());
  }

  private void newline() {
    if (style.pretty()) {
      out.put('\n');
      for (int i = 0; i < open.size(); i++) {
        out.put(style.indent());
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
    open.addFirst(new MemberCursor.Members(o.entries()));
    out.put('{');
  }

  private void open(Arr a) {
    if (a == ListArr.NIL && style.nilAsNull()) {
      out.put("null");
      return;
    }
    open.addFirst(new MemberCursor.Elements(a));
    out.put('[');
  }
}
