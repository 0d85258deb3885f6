package io.usagecollector.core.sink.openmeter.form;

import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;

/** The members of an event's data. */
final class Members {
  private Members() {}

  /** Those that hold something: the service refuses a null on the first level, and there alone. */
  static Obj set(Obj data) {
    boolean[] nulls = {false};
    data.forEach((_, value) -> nulls[0] |= value.isNullish());
    if (!nulls[0]) {
      return data;
    }
    var set = new MapObj();
    data.forEach((key, value) -> {
      if (!value.isNullish()) {
        set.put(key, value);
      }
    });
    return set;
  }
}
