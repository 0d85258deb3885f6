package io.usagecollector.bloblang.run.root;

import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.PairObj;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Values whose nil arrays are empty ones, at any depth: what becomes of them wherever the
 * language's origin copies a value.
 */
public final class EmptyArrays {
  private EmptyArrays() {}

  /** The same value if no nil array is in it. */
  public static Value in(Value value, Budget budget) {
    return holdsNil(value, budget) ? copy(value, budget) : value;
  }

  private static boolean holdsNil(Value value, Budget budget) {
    Deque<Value> todo = new ArrayDeque<>();
    Value next = value;
    while (next != null) {
      if (next == ListArr.NIL) {
        return true;
      }
      budget.step(1);
      push(next, todo);
      next = todo.poll();
    }
    return false;
  }

  /** What lies in a message still holds no nil array, and is not looked into. */
  private static void push(Value value, Deque<Value> todo) {
    switch (value) {
      case MapObj map -> {
        for (int i = 0; i < map.size(); i++) {
          pushContainer(map.valueAt(i), todo);
        }
      }
      case ListArr list -> {
        for (int i = 0; i < list.size(); i++) {
          pushContainer(list.get(i), todo);
        }
      }
      case PairObj pair -> todo.push(pair.entries());
      default -> {}
    }
  }

  private static void pushContainer(Value value, Deque<Value> todo) {
    if (value instanceof MapObj || value instanceof ListArr || value instanceof PairObj) {
      todo.push(value);
    }
  }

  private static Value copy(Value value, Budget budget) {
    Deque<Value> todo = new ArrayDeque<>();
    Value result = shallow(value, todo, budget);
    for (Value next = todo.poll(); next != null; next = todo.poll()) {
      fill(next, todo, budget);
    }
    return result;
  }

  private static void fill(Value copy, Deque<Value> todo, Budget budget) {
    if (copy instanceof MapObj map) {
      for (int i = 0; i < map.size(); i++) {
        map.setAt(i, shallow(map.valueAt(i), todo, budget));
      }
    } else if (copy instanceof ListArr list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, shallow(list.get(i), todo, budget));
      }
    }
  }

  private static Value shallow(Value value, Deque<Value> todo, Budget budget) {
    @Nullable Value copy =
        switch (value) {
          case PairObj pair -> pair.entries().copyFor(null);
          case MapObj map -> map.copyFor(null);
          case ListArr list -> list.copy(null);
          default -> null;
        };
    if (copy == null) {
      return value;
    }
    budget.madeContainer(value);
    todo.push(copy);
    return copy;
  }

  /** The empty array, or what a literal without elements is where nothing was put into it. */
  public static Arr orNil(Arr array, boolean nil) {
    return nil && array.size() == 0 ? ListArr.NIL : array;
  }
}
