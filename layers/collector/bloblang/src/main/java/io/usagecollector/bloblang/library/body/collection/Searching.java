package io.usagecollector.bloblang.library.body.collection;

import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Value;

/** {@code all}, {@code any}, {@code find_by} and {@code find_all_by}. */
public final class Searching {
  private Searching() {}

  public static Op quantified(Node test, boolean any) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Arr array)) {
        return Err.type(receiver, Kind.ARRAY);
      }
      for (int i = 0; i < array.size(); i++) {
        Value result = frame.with(array.get(i), test);
        if (!(result instanceof Bool b)) {
          return Err.type(result, Kind.BOOL).wrap("element " + i);
        }
        if (b.value() == any) {
          return b;
        }
      }
      return Bool.of(!any && array.size() > 0);
    };
  }

  public static Op findBy(Node query, boolean all) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Arr array)) {
        return Err.type(receiver, Kind.ARRAY);
      }
      ListArr hits = ListArr.withCapacity(4);
      for (int i = 0; i < array.size(); i++) {
        Value result = frame.with(array.get(i), query);
        if (result instanceof Err e) {
          return e.wrap("query returned an error for index " + i);
        }
        if (!(result instanceof Bool b)) {
          return Err.type(result, Kind.BOOL)
              .wrap("query returned a non-boolean value for index " + i);
        }
        if (b.value()) {
          if (!all) {
            return IntNum.position(i);
          }
          hits.add(IntNum.position(i));
        }
      }
      return all ? hits : IntNum.position(-1);
    };
  }
}
