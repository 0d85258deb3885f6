package io.usagecollector.bloblang;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a mistyped one was probably meant to be. */
public final class Nearest {
  private Nearest() {}

  /** A name within a third of the word in edits, one edit at least. */
  public static Optional<String> to(String word, Collection<String> names) {
    return to(word, names, Integer.MAX_VALUE);
  }

  /** As {@link #to(String, Collection)}, and within so many edits. */
  public static Optional<String> to(String word, Collection<String> names, int most) {
    int limit = Math.min(most, Math.max(1, word.length() / 3));
    return names.stream()
        .filter(name -> Math.abs(name.length() - word.length()) <= limit)
        .min(Comparator.<String>comparingInt(name -> distance(word, name)).thenComparing(n -> n))
        .filter(name -> distance(word, name) <= limit);
  }

  /** How many single-character edits apart two names are. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
