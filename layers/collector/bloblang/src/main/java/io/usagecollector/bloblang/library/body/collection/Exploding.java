package io.usagecollector.bloblang.library.body.collection;

import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.run.root.Path;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Value;
import java.util.List;

/** {@code explode}. */
public final class Exploding {
  private Exploding() {}

  public static Op op(String text) {
    Path path = Path.dotted(text);
    return (receiver, frame) -> {
      if (!(receiver instanceof Obj object)) {
        return Err.type(receiver, Kind.OBJECT);
      }
      MapObj rest = Picking.of(object.entries(), List.of(path), 0, false, frame.budget());
      return switch (path.read(object, frame.budget())) {
        case Arr array -> elements(array, rest, path, frame.budget());
        case Obj members -> members(members, rest, path, frame.budget());
        case Value other ->
            Err.of("expected array or object value at path '" + text + "', found: " + other.kind());
      };
    };
  }

  private static Value elements(Arr array, MapObj rest, Path path, Budget budget) {
    ListArr exploded = ListArr.withCapacity(array.size());
    for (int i = 0; i < array.size(); i++) {
      exploded.add(with(rest, path, 0, array.get(i), budget));
    }
    return exploded;
  }

  private static Value members(Obj members, MapObj rest, Path path, Budget budget) {
    MapObj exploded = new MapObj();
    members.forEach((key, value) -> exploded.put(key, with(rest, path, 0, value, budget)));
    return exploded;
  }

  /** The target with a value set at a path; unchanged where something else is in the way. */
  private static Value with(Value target, Path path, int depth, Value value, Budget budget) {
    if (depth == path.size()) {
      return value;
    }
    return switch (target) {
      case Obj object -> inObject(object, path, depth, value, budget);
      case Arr array -> inArray(array, path, depth, value, budget);
      default -> target;
    };
  }

  private static Value inObject(Obj object, Path path, int depth, Value value, Budget budget) {
    budget.elements(2L * object.size());
    MapObj copy = object.copyFor(null);
    Value inner = copy.get(path.segment(depth));
    Value below = inner == null || inner == Null.NULL ? new MapObj() : inner;
    copy.put(path.segment(depth), with(below, path, depth + 1, value, budget));
    return copy;
  }

  private static Value inArray(Arr array, Path path, int depth, Value value, Budget budget) {
    int index = Path.index(path.segment(depth));
    if (index < 0 || index >= array.size()) {
      return array;
    }
    budget.elements(array.size());
    ListArr copy = array.elements().copy(null);
    copy.set(index, with(array.get(index), path, depth + 1, value, budget));
    return copy;
  }
}
