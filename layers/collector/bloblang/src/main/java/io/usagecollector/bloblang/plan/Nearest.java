package io.usagecollector.bloblang.plan;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody probably meant. */
final class Nearest {
  private Nearest() {}

  /** {@code , did you mean `x`?}, or nothing where no name is near. */
  static String hint(String wrong, Collection<String> names) {
    int allowed = Math.max(1, wrong.length() / 3);
    return names.stream()
        .filter(name -> Math.abs(name.length() - wrong.length()) <= allowed)
        .min(Comparator.comparingInt(name -> distance(wrong, name)))
        .filter(name -> distance(wrong, name) <= allowed)
        .map(name -> ", did you mean `" + name + "`?")
        .orElse("");
  }

  /** How many single-character edits apart two names are. */
  static int distance(String a, String b) {
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
