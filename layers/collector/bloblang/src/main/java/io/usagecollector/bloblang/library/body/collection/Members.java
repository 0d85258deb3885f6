package io.usagecollector.bloblang.library.body.collection;

import io.usagecollector.bloblang.value.PairObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;

/** The members of an object as queries see them. */
final class Members {
  private static final Str KEY = Str.of("key");
  private static final Str VALUE = Str.of("value");

  private Members() {}

  static Value pair(Str key, Value value) {
    return new PairObj(KEY, key, VALUE, value);
  }
}
