package io.usagecollector.bloblang.library.body.collection;

import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.run.root.EmptyArrays;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Owner;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Puts objects and arrays together, without recursion. */
public final class Merging {
  private record Pair(MapObj into, MapObj from) {}

  private Merging() {}

  public static Op op(Value with, boolean collects) {
    return (receiver, frame) -> {
      Value copied = EmptyArrays.in(with, frame.budget());
      return switch (receiver) {
        case Arr array -> together(array, copied, frame.budget());
        case Obj object -> merged(object.copyFor(new Owner()), copied, collects, frame.budget());
        default -> Err.type(receiver, Kind.OBJECT, Kind.ARRAY);
      };
    };
  }

  public static Value squash(Arr array, Budget budget) {
    Value merged = new MapObj();
    for (int i = 0; i < array.size(); i++) {
      budget.elements(((Obj) merged).size());
      merged = merged(((Obj) merged).copyFor(new Owner()), array.get(i), true, budget);
    }
    return merged;
  }

  private static Value together(Arr array, Value with, Budget budget) {
    budget.elements((long) array.size() + (with instanceof Arr more ? more.size() : 1));
    ListArr both = array.elements().copy(null);
    if (with instanceof Arr others) {
      for (int i = 0; i < others.size(); i++) {
        both.add(others.get(i));
      }
      return EmptyArrays.orNil(both, array == ListArr.NIL);
    }
    return both.add(with);
  }

  private static Value merged(MapObj into, Value with, boolean collects, Budget budget) {
    if (!(with instanceof Obj other)) {
      return into;
    }
    Deque<Pair> todo = new ArrayDeque<>();
    todo.push(new Pair(into, other.entries()));
    while (!todo.isEmpty()) {
      Pair pair = todo.pop();
      budget.elements(pair.from.size());
      for (int i = 0; i < pair.from.size(); i++) {
        Str key = pair.from.keyAt(i);
        Value value = pair.from.valueAt(i);
        Value existing = pair.into.get(key);
        if (existing instanceof Obj mine && value instanceof Obj theirs) {
          budget.elements(2L * mine.size());
          MapObj inner = mine.copyFor(null);
          pair.into.put(key, inner);
          todo.push(new Pair(inner, theirs.entries()));
        } else {
          pair.into.put(key, collects ? collision(existing, value, budget) : value);
        }
      }
    }
    return into;
  }

  private static Value collision(@Nullable Value existing, Value value, Budget budget) {
    if (existing == null) {
      return value;
    }
    if (existing instanceof Arr array) {
      return together(array, value, budget);
    }
    return value instanceof Arr array
        ? together(Arr.of(existing), array, budget)
        : Arr.of(existing, value);
  }
}
