package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.DeepStack;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;

/** Writes YAML as Go's yaml.v3 does: block style, four spaces a level, keys sorted. */
final class YamlWriter {
  private static final int INDENT = 4;

  /** As deep as it goes on the caller's stack. */
  private static final int SHALLOW = 200;

  /** Where what is below a key begins: the next multiple of the indent, as yaml.v3 aligns it. */
  static int below(int column) {
    return INDENT * ((column + INDENT) / INDENT);
  }

  private final StringBuilder out = new StringBuilder();
  private final Budget budget;
  private int depth;

  private YamlWriter(Budget budget) {
    this.budget = budget;
  }

  /** The text; what it takes is drawn from the run, as a value may hold itself many times. */
  static Str write(Value value, Budget budget) {
    YamlWriter writer = new YamlWriter(budget);
    switch (value) {
      case Obj object when object.size() > 0 -> writer.object(object, 0);
      case Arr array when array.size() > 0 -> writer.array(array, 0);
      default -> writer.out.append(inline(value, 0)).append('\n');
    }
    return Str.of(writer.out.toString());
  }

  private void object(Obj object, int column) {
    deeper(() -> members(object, column));
  }

  private void array(Arr array, int column) {
    deeper(() -> elements(array, column));
  }

  private void deeper(Runnable write) {
    depth++;
    if (depth == SHALLOW) {
      DeepStack.call(() -> {
        write.run();
        return true;
      });
    } else {
      write.run();
    }
    depth--;
  }

  private void pay() {
    budget.step(1);
    budget.longest(out.length());
  }

  private void members(Obj object, int column) {
    boolean first = true;
    for (Str key : object.keys().stream().sorted(NaturalOrder.OF_KEYS).toList()) {
      pay();
      indent(first ? 0 : column);
      first = false;
      out.append(YamlText.of(key.toString(), column)).append(':');
      Value member = object.get(key);
      after(member == null ? Null.NULL : member, column);
    }
  }

  /** A member's value, after its key. */
  private void after(Value value, int column) {
    switch (value) {
      case Obj o when o.size() > 0 -> {
        out.append('\n');
        indent(below(column));
        object(o, below(column));
      }
      case Arr a when a.size() > 0 -> {
        out.append('\n');
        indent(below(column));
        array(a, below(column));
      }
      default -> out.append(' ').append(inline(value, column)).append('\n');
    }
  }

  private void elements(Arr array, int column) {
    for (int i = 0; i < array.size(); i++) {
      pay();
      indent(i == 0 ? 0 : column);
      out.append("- ");
      switch (array.get(i)) {
        case Obj o when o.size() > 0 -> object(o, column + 2);
        case Arr a when a.size() > 0 -> array(a, column + 2);
        case Value other -> out.append(inline(other, column)).append('\n');
      }
    }
  }

  private void indent(int spaces) {
    out.repeat(' ', spaces);
  }

  private static String inline(Value value, int column) {
    return switch (value) {
      case Null n -> "null";
      case Bool b -> b.toString();
      case IntNum n -> n.toString();
      case FloatNum f -> number(f.value());
      case TextNum t -> YamlText.of(t.toString(), column);
      case Str s -> YamlText.of(s.toString(), column);
      case Bin b -> YamlText.of(b.toString(), column);
      case Time t -> t.toString();
      case Obj o -> "{}";
      case Arr a -> "[]";
      case Absent a -> "null";
      case Err e -> "null";
    };
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return ".nan";
    }
    return Double.isInfinite(value)
        ? (value > 0 ? ".inf" : "-.inf")
        : FloatNum.of(value).toString();
  }
}
