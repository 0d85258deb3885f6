package io.usagecollector.bloblang.run.root;

import io.usagecollector.bloblang.json.RawArr;
import io.usagecollector.bloblang.json.RawObj;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Owner;
import io.usagecollector.bloblang.value.PairObj;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Copies of values, without recursion. */
public final class Copies {
  private Copies() {}

  /**
   * The value as it is assigned to metadata or to a document in which variables may see later
   * writes: every container in it is new, but for what still lies in a message, which nobody can
   * change. Nil arrays become empty ones.
   */
  public static Value deep(Value value, Budget budget) {
    return copy(value, null, false, budget);
  }

  /** The same, with every container owned and nothing left in a message. */
  static Value owned(Value value, Owner owner, Budget budget) {
    return copy(value, owner, true, budget);
  }

  private static Value copy(Value value, @Nullable Owner owner, boolean raws, Budget budget) {
    Deque<Value> todo = new ArrayDeque<>();
    Value result = shallow(value, owner, raws, todo, budget);
    while (!todo.isEmpty()) {
      switch (todo.pop()) {
        case MapObj map -> {
          for (int i = 0; i < map.size(); i++) {
            map.setAt(i, shallow(map.valueAt(i), owner, raws, todo, budget));
          }
        }
        case ListArr list -> {
          for (int i = 0; i < list.size(); i++) {
            list.set(i, shallow(list.get(i), owner, raws, todo, budget));
          }
        }
        default -> {}
      }
    }
    return result;
  }

  private static Value shallow(
      Value value, @Nullable Owner owner, boolean raws, Deque<Value> todo, Budget budget) {
    budget.printed(value);
    budget.madeContainer(value);
    boolean raw = value instanceof RawObj || value instanceof RawArr;
    if (raw && !raws) {
      return value;
    }
    if (value instanceof Obj object) {
      MapObj copy = object.copyFor(owner);
      todo.push(copy);
      return copy;
    }
    if (value instanceof Arr array) {
      ListArr copy = array.elements().copy(owner);
      todo.push(copy);
      return copy;
    }
    return value;
  }

  /** The value with nil arrays made empty ones; the same value if there are none. */
  static Value settled(Value value, Budget budget) {
    return holdsNil(value, budget) ? deep(value, budget) : value;
  }

  private static boolean holdsNil(Value plain, Budget budget) {
    budget.printed(plain);
    Value value = plain instanceof PairObj pair ? pair.entries() : plain;
    if (!(value instanceof MapObj || value instanceof ListArr)) {
      return false;
    }
    if (value == ListArr.NIL) {
      return true;
    }
    Deque<Value> todo = null;
    Value next = value;
    while (next != null) {
      int size = next instanceof MapObj map ? map.size() : ((ListArr) next).size();
      for (int i = 0; i < size; i++) {
        Value inner = next instanceof MapObj map ? map.valueAt(i) : ((ListArr) next).get(i);
        if (inner == ListArr.NIL) {
          return true;
        }
        budget.printed(inner);
        if (inner instanceof MapObj || inner instanceof ListArr) {
          todo = todo == null ? new ArrayDeque<>() : todo;
          todo.push(inner);
        } else if (inner instanceof PairObj pair) {
          todo = todo == null ? new ArrayDeque<>() : todo;
          todo.push(pair.entries());
        }
      }
      next = todo == null ? null : todo.poll();
    }
    return false;
  }

  private static void pushContainer(Value value, Deque<Value> todo) {
    if (value instanceof MapObj || value instanceof ListArr) {
      todo.push(value);
    }
  }

  /**
   * Takes the owner's right to change away from every container in the value, so that it can be
   * shared.
   */
  static Value frozen(Value value, Owner owner, Budget budget) {
    if (!(value instanceof MapObj || value instanceof ListArr)) {
      return value;
    }
    Deque<Value> todo = new ArrayDeque<>();
    pushContainer(value, todo);
    while (!todo.isEmpty()) {
      Value next = todo.pop();
      budget.step(1);
      if (next instanceof MapObj map && map.isOwnedBy(owner)) {
        map.freeze();
        for (int i = 0; i < map.size(); i++) {
          pushContainer(map.valueAt(i), todo);
        }
      } else if (next instanceof ListArr list && list.isOwnedBy(owner)) {
        list.freeze();
        for (int i = 0; i < list.size(); i++) {
          pushContainer(list.get(i), todo);
        }
      }
    }
    return value;
  }
}
