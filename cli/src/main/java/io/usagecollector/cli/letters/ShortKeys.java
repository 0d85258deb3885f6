package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.file.Filed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys as people type them: as much of the beginning as tells them apart, the whole where that is
 * not enough.
 *
 * @param beginnings how many keys begin so
 */
record ShortKeys(Map<String, Integer> beginnings) {
  private static final int LENGTH = 12;

  static ShortKeys of(List<Filed> letters) {
    Map<String, Integer> beginnings = new HashMap<>();
    letters.forEach(filed -> beginnings.merge(beginning(filed), 1, Integer::sum));
    return new ShortKeys(beginnings);
  }

  /** The key of one of the letters. */
  String of(Filed filed) {
    String beginning = beginning(filed);
    return beginnings.getOrDefault(beginning, 0) == 1 ? beginning : filed.key();
  }

  private static String beginning(Filed filed) {
    return filed.key().substring(0, Math.min(LENGTH, filed.key().length()));
  }
}
