package io.usagecollector.bloblang.value;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.Consumer;

/** A place in an open container while it is printed. */
abstract sealed class Cursor {
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
  static final class Members extends Cursor {
    private final MapObj map;
    private final int[] order;
    private int at = -1;

    Members(MapObj map) {
      this.map = map;
      this.order = sorted(map);
    }

    private static int[] sorted(MapObj map) {
      int size = map.size();
      int[] order = new int[size];
      if (size > 64) {
        Integer[] boxed = new Integer[size];
        Arrays.setAll(boxed, i -> i);
        Arrays.sort(boxed, Comparator.comparing(map::keyAt));
        Arrays.setAll(order, i -> boxed[i]);
        return order;
      }
      for (int i = 0; i < size; i++) {
        int j = i;
        for (; j > 0 && map.keyAt(order[j - 1]).compareTo(map.keyAt(i)) > 0; j--) {
          order[j] = order[j - 1];
        }
        order[j] = i;
      }
      return order;
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
  static final class Elements extends Cursor {
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
