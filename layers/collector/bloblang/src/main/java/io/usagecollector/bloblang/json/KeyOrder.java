package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
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

  /** The first words of the keys are sorted along: they tell most keys apart. */
  private static int[] few(MapObj map) {
    int size = map.size();
    int[] order = new int[size];
    long[] words = new long[size];
    for (int i = 0; i < size; i++) {
      Str key = map.keyAt(i);
      long word = key.firstWord();
      int j = i;
      for (; j > 0 && isAfter(words[j - 1], map, order[j - 1], word, key); j--) {
        order[j] = order[j - 1];
        words[j] = words[j - 1];
      }
      order[j] = i;
      words[j] = word;
    }
    return order;
  }

  private static boolean isAfter(long word, MapObj map, int at, long newWord, Str newKey) {
    return word == newWord
        ? map.keyAt(at).compareTo(newKey) > 0
        : Long.compareUnsigned(word, newWord) > 0;
  }

  private static int[] many(MapObj map) {
    Integer[] order = new Integer[map.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(map::keyAt));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
