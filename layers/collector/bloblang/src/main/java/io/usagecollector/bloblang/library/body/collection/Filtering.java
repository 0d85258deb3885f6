package io.usagecollector.bloblang.library.body.collection;

import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Value;

/** {@code filter}. */
public final class Filtering {
  private Filtering() {}

  public static Op op(Node test) {
    return (receiver, frame) ->
        switch (receiver) {
          case Arr array -> filterArray(array.elements(), test, frame);
          case Obj object -> filterObject(object.entries(), test, frame);
          default -> Err.type(receiver, Kind.ARRAY, Kind.OBJECT);
        };
  }

  private static Value filterArray(ListArr array, Node test, Frame frame) {
    frame.budget().elements(array.size());
    ListArr kept = ListArr.withCapacity(array.size());
    for (int i = 0; i < array.size(); i++) {
      Value element = array.get(i);
      Value result = frame.with(element, test);
      if (result.isErr()) {
        return result;
      }
      if (result == Bool.TRUE) {
        kept.add(element);
      }
    }
    return kept;
  }

  private static Value filterObject(MapObj object, Node test, Frame frame) {
    frame.budget().elements(object.size());
    MapObj kept = new MapObj(null, object.size());
    for (int i = 0; i < object.size(); i++) {
      Value result = frame.with(Members.pair(object.keyAt(i), object.valueAt(i)), test);
      if (result.isErr()) {
        return result;
      }
      if (result == Bool.TRUE) {
        kept.append(object.keyAt(i), object.valueAt(i));
      }
    }
    return kept;
  }
}
