package io.usagecollector.bloblang.library.body.collection;

import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;

/** {@code map_each} and {@code map_each_key}. */
public final class MapEach {
  private MapEach() {}

  public static Op op(Node query) {
    return (receiver, frame) ->
        switch (receiver) {
          case Arr array -> mapArray(array.elements(), query, frame);
          case Obj object -> mapObject(object.entries(), query, frame);
          default -> Err.type(receiver, Kind.ARRAY);
        };
  }

  private static Value mapArray(ListArr array, Node query, Frame frame) {
    frame.budget().elements(array.size());
    ListArr mapped = ListArr.withCapacity(array.size());
    for (int i = 0; i < array.size(); i++) {
      Value element = array.get(i);
      Value result = frame.with(element, query);
      if (result instanceof Err e) {
        return e.from(query.source()).wrap("failed to process element " + i);
      }
      if (result != Absent.DELETE) {
        mapped.add(result == Absent.NOTHING ? element : result);
      }
    }
    return mapped;
  }

  private static Value mapObject(MapObj object, Node query, Frame frame) {
    frame.budget().elements(object.size());
    MapObj mapped = new MapObj(null, object.size());
    for (int i = 0; i < object.size(); i++) {
      Str key = object.keyAt(i);
      Value result = frame.with(Members.pair(key, object.valueAt(i)), query);
      if (result instanceof Err e) {
        return e.from(query.source())
            .wrap("failed to process element " + key, "failed to process an element");
      }
      if (result != Absent.DELETE) {
        mapped.append(key, result == Absent.NOTHING ? object.valueAt(i) : result);
      }
    }
    return mapped;
  }

  public static Op keys(Node query) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Obj o)) {
        return Err.type(receiver, Kind.OBJECT);
      }
      MapObj object = o.entries();
      frame.budget().elements(object.size());
      MapObj mapped = new MapObj(null, object.size());
      for (int i = 0; i < object.size(); i++) {
        Value key = frame.with(object.keyAt(i), query);
        if (key.isErr()) {
          return key;
        }
        if (key == Absent.NOTHING) {
          key = object.keyAt(i);
        }
        if (!(key instanceof Str name)) {
          return Err.type(key, Kind.STRING).wrap("unexpected result from key mapping");
        }
        mapped.put(name, object.valueAt(i));
      }
      return mapped;
    };
  }
}
