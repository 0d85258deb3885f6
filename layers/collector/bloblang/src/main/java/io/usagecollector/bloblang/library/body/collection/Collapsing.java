package io.usagecollector.bloblang.library.body.collection;

import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Opaque;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;

/** Flattens objects and arrays into one object with dotted paths as keys, without recursion. */
public final class Collapsing {
  private record Place(String path, Value value) {}

  private Collapsing() {}

  public static Value of(Value receiver, boolean includeEmpty, Budget budget) {
    if (!(receiver instanceof Obj || receiver instanceof Arr)) {
      return Err.of("not an object or array");
    }
    MapObj flat = new MapObj();
    Deque<Place> todo = new ArrayDeque<>();
    todo.push(new Place("", receiver));
    while (!todo.isEmpty()) {
      Place place = todo.pop();
      int size = size(place.value);
      budget.elements(2 + place.path.length() / 16);
      if (size < 0 || (size == 0 && includeEmpty)) {
        flat.put(Str.of(place.path), leaf(place.value));
      }
      Deque<Place> members = new ArrayDeque<>();
      if (place.value instanceof Obj object) {
        object.forEach(
            (key, value) -> members.push(new Place(below(place.path, key.toString()), value)));
      } else if (place.value instanceof Arr array) {
        for (int i = 0; i < array.size(); i++) {
          members.push(new Place(below(place.path, Integer.toString(i)), array.get(i)));
        }
      }
      members.forEach(todo::push);
    }
    return flat;
  }

  private static Value leaf(Value value) {
    return switch (value) {
      case Obj o -> Opaque.EMPTY_OBJECT;
      case Arr a -> Opaque.EMPTY_ARRAY;
      default -> value;
    };
  }

  private static int size(Value value) {
    return value instanceof Obj object
        ? object.size()
        : value instanceof Arr array ? array.size() : -1;
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
