package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.DeepStack;
import io.usagecollector.bloblang.extension.RunBudget;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Opaque;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes YAML as Go's yaml.v3 does: block style, four spaces a level, keys sorted. */
final class YamlWriter {
  private static final String NULL = "null";

  /** How much deeper what is below a key begins. */
  static final int INDENT = 4;

  /** What a dash and its blank take: what is below begins behind them. */
  private static final int DASH = 2;

  /** As deep as it goes on the caller's stack. */
  private static final int SHALLOW = 200;

  private final YamlEmitter out = new YamlEmitter();
  private final RunBudget budget;
  private int depth;

  private YamlWriter(RunBudget budget) {
    this.budget = budget;
  }

  /** The text; what it takes is drawn from the run, as a value may hold itself many times. */
  static Str write(Value value, RunBudget budget) {
    YamlWriter writer = new YamlWriter(budget);
    writer.value(value, 0, INDENT);
    writer.out.indent(0);
    return Str.of(writer.out.toString());
  }

  /** The next multiple of the indent, as yaml.v3 aligns what is below a key. */
  private static int below(int column) {
    return INDENT * ((column + INDENT) / INDENT);
  }

  /**
   * @param column where a container's members begin
   * @param indent where a text's further lines begin
   */
  private void value(Value value, int column, int indent) {
    switch (value) {
      case Obj o when o.size() > 0 -> deeper(() -> members(o, column));
      case Arr a when a.size() > 0 -> deeper(() -> elements(a, column));
      case Bin b when b.bytes().length > 0 -> bytes(b.bytes(), column);
      case Str s -> YamlText.of(s).write(out, indent, false);
      case TextNum t -> YamlText.of(Str.of(t.toString())).write(out, indent, false);
      case Opaque o -> opaque(o, column, indent);
      default -> out.token(inline(value));
    }
  }

  private void opaque(Opaque value, int column, int indent) {
    MapObj members = value.members();
    if (members == null) {
      out.token(value.toString());
    } else {
      value(members, column, indent);
    }
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
    for (Str key : sorted(object)) {
      pay();
      out.indent(column);
      key(YamlText.of(key), column);
      Value member = object.get(key);
      value(member == null ? Null.NULL : member, below(column), below(column));
    }
  }

  /** Not by a sort: it may throw for an order that contradicts itself, as this one can. */
  private static SortedSet<Str> sorted(Obj object) {
    SortedSet<Str> keys = new TreeSet<>(NaturalOrder.OF_KEYS);
    keys.addAll(object.keys());
    return keys;
  }

  private void key(YamlText key, int column) {
    if (key.isSimpleKey()) {
      key.write(out, below(column), true);
      out.attached(":");
    } else {
      out.bullet('?');
      key.write(out, below(column), false);
      out.indent(column);
      out.bullet(':');
    }
  }

  private void elements(Arr array, int column) {
    for (int i = 0; i < array.size(); i++) {
      pay();
      out.indent(column);
      out.bullet('-');
      value(array.get(i), column + DASH, column + DASH);
    }
  }

  /** A list of numbers. */
  private void bytes(byte[] bytes, int column) {
    for (byte b : bytes) {
      pay();
      out.indent(column);
      out.bullet('-');
      out.token(Integer.toString(Byte.toUnsignedInt(b)));
    }
  }

  private static String inline(Value value) {
    return switch (value) {
      case Bool b -> b.toString();
      case IntNum n -> n.toString();
      case FloatNum f -> number(f);
      case Time t -> t.toString();
      case Obj o -> "{}";
      case Arr a -> "[]";
      case Bin b -> "[]";
      case Null n -> NULL;
      case Absent a -> NULL;
      case Opaque o -> o.toString();
      case Err e -> NULL;
      case Str s -> s.toString();
      case TextNum t -> t.toString();
    };
  }

  private static String number(FloatNum number) {
    double value = number.value();
    if (Double.isNaN(value)) {
      return ".nan";
    }
    return Double.isInfinite(value) ? (value > 0 ? ".inf" : "-.inf") : number.toString();
  }
}
