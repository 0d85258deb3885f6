package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** A place in an open container while it is printed. */
abstract sealed class MemberCursor {
  private int begun;

  abstract boolean advance();

  abstract boolean isObject();

  abstract Str key();

  abstract Value value();

  /** Hands out all values that are left, last one first. */
  final void forEachRemaining(Consumer<Value> each) {
    Deque<Value> reversed = new ArrayDeque<>();
    while (advance()) {
      reversed.push(value());
    }
    reversed.forEach(each);
  }

  final boolean isFirst() {
    return begun == 0;
  }

  final void begun() {
    begun++;
  }

  /** An object's members, in the order of their keys' bytes. */
  static final class Members extends MemberCursor {
    private final MapObj map;
    private final int[] order;
    private int at = -1;

    Members(MapObj map) {
      this.map = map;
      this.order = KeyOrder.of(map);
    }

    @Override
    boolean advance() {
      return ++at < order.length;
    }

    @Override
    boolean isObject() {
      return true;
    }

    @Override
    Str key() {
      return map.keyAt(order[at]);
    }

    @Override
    Value value() {
      return map.valueAt(order[at]);
    }
  }

  /** An array's elements. */
  static final class Elements extends MemberCursor {
    private final Arr array;
    private int at = -1;

    Elements(Arr array) {
      this.array = array;
    }

    @Override
    boolean advance() {
      return ++at < array.size();
    }

    @Override
    boolean isObject() {
      return false;
    }

    @Override
    Str key() {
      return Str.EMPTY;
    }

    @Override
    Value value() {
      return array.get(at);
    }
  }
}
