package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.Path;
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
final class Exploding {
  private Exploding() {}

  static Op op(String text) {
    Path path = Path.dotted(text);
    return (receiver, frame) -> {
      if (!(receiver instanceof Obj object)) {
        return Err.type(receiver, Kind.OBJECT);
      }
      MapObj rest = Picking.of(object.entries(), List.of(path), 0, false);
      return switch (path.read(object)) {
        case Arr array -> elements(array, rest, path);
        case Obj members -> members(members, rest, path);
        case Value other ->
            Err.of("expected array or object value at path '" + text + "', found: " + other.kind());
      };
    };
  }

  private static Value elements(Arr array, MapObj rest, Path path) {
    ListArr exploded = ListArr.withCapacity(array.size());
    for (int i = 0; i < array.size(); i++) {
      exploded.add(with(rest, path, 0, array.get(i)));
    }
    return exploded;
  }

  private static Value members(Obj members, MapObj rest, Path path) {
    MapObj exploded = new MapObj();
    members.forEach((key, value) -> exploded.put(key, with(rest, path, 0, value)));
    return exploded;
  }

  /** The target with a value set at a path; unchanged where something else is in the way. */
  private static Value with(Value target, Path path, int depth, Value value) {
    if (depth == path.size()) {
      return value;
    }
    return switch (target) {
      case Obj object -> inObject(object, path, depth, value);
      case Arr array -> inArray(array, path, depth, value);
      default -> target;
    };
  }

  private static Value inObject(Obj object, Path path, int depth, Value value) {
    MapObj copy = object.copyFor(null);
    Value inner = copy.get(path.segment(depth));
    Value below = inner == null || inner == Null.NULL ? new MapObj() : inner;
    copy.put(path.segment(depth), with(below, path, depth + 1, value));
    return copy;
  }

  private static Value inArray(Arr array, Path path, int depth, Value value) {
    int index = Path.index(path.segment(depth));
    if (index < 0 || index >= array.size()) {
      return array;
    }
    ListArr copy = array.elements().copy(null);
    copy.set(index, with(array.get(index), path, depth + 1, value));
    return copy;
  }
}
