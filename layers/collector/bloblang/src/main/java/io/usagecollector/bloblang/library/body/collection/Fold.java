package io.usagecollector.bloblang.library.body.collection;

import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.root.EmptyArrays;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.PairObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;

/** {@code fold}. */
public final class Fold {
  private static final Str TALLY = Str.of("tally");
  private static final Str VALUE = Str.of("value");

  private Fold() {}

  public static Op op(Value initial, Node query) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Arr array)) {
        return Err.type(receiver, Kind.ARRAY);
      }
      Value tally = EmptyArrays.in(initial, frame.budget());
      for (int i = 0; i < array.size() && !tally.isErr(); i++) {
        frame.budget().step(1);
        tally = frame.with(new PairObj(TALLY, tally, VALUE, array.get(i)), query);
      }
      return tally;
    };
  }
}
