package io.usagecollector.bloblang.run.node;

import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.coerce.GoType;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;

/** Array and object literals with something in them that is only known when they run. */
public final class Literals {
  private Literals() {}

  /** {@code [a, b]}; sentinels vanish. */
  public static final class ArrayOf extends Node {
    private final Node[] elements;

    public ArrayOf(Node... elements) {
      this.elements = elements;
    }

    @Override
    public Value eval(Frame frame) {
      frame.budget().elements(elements.length);
      ListArr list = ListArr.withCapacity(elements.length);
      for (Node element : elements) {
        Value value = element.eval(frame);
        if (value.isErr()) {
          return value;
        }
        if (!value.isAbsent()) {
          list.add(value);
        }
      }
      return list;
    }

    @Override
    public String source() {
      return "array literal";
    }
  }

  /** A member of an object literal. */
  public record Member(Node key, Node value) {}

  /** {@code {"k": v}}; sentinel values vanish. */
  public static final class ObjectOf extends Node {
    private final Member[] members;

    public ObjectOf(Member... members) {
      this.members = members;
    }

    @Override
    public Value eval(Frame frame) {
      frame.budget().elements(members.length);
      MapObj map = new MapObj(null, members.length);
      for (Member member : members) {
        Value key = member.key.eval(frame);
        if (key instanceof Err e) {
          return e.wrap("failed to resolve key");
        }
        Str name = key instanceof Str s ? s : key instanceof Bin b ? b.asStr() : null;
        if (name == null) {
          return Err.of("mapping returned invalid key type: " + GoType.of(key));
        }
        Value value = member.value.eval(frame);
        if (value instanceof Err e) {
          return member.key instanceof Constant
              ? e.wrap("failed to resolve '" + name + "' value")
              : e.wrap("failed to resolve '" + name + "' value", "failed to resolve a value");
        }
        if (!value.isAbsent()) {
          map.put(name, value);
        }
      }
      return map;
    }

    @Override
    public String source() {
      return "object literal";
    }
  }
}
