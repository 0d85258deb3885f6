package io.usagecollector.bloblang.value;

import java.util.Arrays;
import java.util.Comparator;

/** The order in which an object's members are printed: that of their keys' bytes. */
final class KeyOrder {
  /** Up to so many keys are sorted by insertion, which boxes nothing. */
  private static final int FEW = 64;

  private KeyOrder() {}

  /** The places of the members. */
  static int[] of(MapObj map) {
    return map.size() > FEW ? many(map) : few(map);
  }

  private static int[] few(MapObj map) {
    int[] order = new int[map.size()];
    for (int i = 0; i < order.length; i++) {
      Str key = map.keyAt(i);
      int j = i;
      for (; j > 0 && map.keyAt(order[j - 1]).compareTo(key) > 0; j--) {
        order[j] = order[j - 1];
      }
      order[j] = i;
    }
    return order;
  }

  private static int[] many(MapObj map) {
    Integer[] order = new Integer[map.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(map::keyAt));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
