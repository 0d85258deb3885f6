package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Value;
import java.util.List;

/**
 * JSON documents held against each other as upstream does: the order of keys does not matter,
 * numbers are equal if they are written alike ({@code 1.0} is not {@code 1}), and what follows the
 * first value of a text is not looked at.
 */
final class Documents {
  private Documents() {}

  /** The first value of a text, or an {@link io.usagecollector.bloblang.value.Err}. */
  static Value read(byte[] json) {
    return Json.readFirst(json, true);
  }

  /** How they differ; not at all, or in one document. */
  static List<Mismatch> compare(Value expected, Value received, boolean contains) {
    String want = Json.pretty(expected);
    String have = Json.pretty(contains ? asked(expected, received) : received);
    return want.equals(have) ? List.of() : List.of(new Mismatch.Document(want, have));
  }

  /** What is received, without the keys and last elements that nobody asked for. */
  private static Value asked(Value expected, Value received) {
    if (expected instanceof Obj want && received instanceof Obj have) {
      MapObj part = new MapObj();
      have.forEach((key, value) -> {
        Value wanted = want.get(key);
        if (wanted != null) {
          part.put(key, asked(wanted, value));
        }
      });
      return part;
    }
    return expected instanceof Arr want && received instanceof Arr have
        ? first(want, have)
        : received;
  }

  private static Value first(Arr want, Arr have) {
    ListArr part = ListArr.withCapacity(want.size());
    for (int i = 0; i < Math.min(want.size(), have.size()); i++) {
      part.add(asked(want.get(i), have.get(i)));
    }
    return part;
  }
}
