package io.usagecollector.bloblang.library.body.collection;

import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.coerce.Numbers;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code unique}. */
public final class Distinct {
  private Distinct() {}

  public static Op op(@Nullable Node emit) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Arr array)) {
        return Err.type(receiver, Kind.ARRAY);
      }
      frame.budget().elements(2L * array.size());
      Set<Object> seen = new HashSet<>();
      ListArr first = ListArr.withCapacity(array.size());
      for (int i = 0; i < array.size(); i++) {
        Value element = array.get(i);
        Value check = emit == null ? element : frame.with(element, emit);
        Object identity = identity(check);
        if (identity instanceof Err e) {
          return e.wrap("index " + i);
        }
        if (seen.add(identity)) {
          first.add(element);
        }
      }
      return first;
    };
  }

  private static Object identity(Value value) {
    return switch (value) {
      case Str s -> s;
      case Bin b -> b.asStr();
      case Time t -> Str.of(t.toString());
      case TextNum t when Numbers.isBeyondFloat(t) -> Str.of(t.toString());
      case Num n -> Numbers.toDouble(n) + 0.0;
      case Err e -> e;
      default -> Err.type(value, Kind.STRING, Kind.NUMBER);
    };
  }
}
