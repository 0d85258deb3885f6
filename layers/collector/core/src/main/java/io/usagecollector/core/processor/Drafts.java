package io.usagecollector.core.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts together what a step has kept apart. */
final class Drafts {
  private static final Comparator<Draft> BY_ORDINAL = Comparator.comparingInt(Draft::ordinal);

  private Drafts() {}

  /** Both lists' drafts, in the order of the record. */
  static List<Draft> merged(List<Draft> some, List<Draft> others) {
    var all = new ArrayList<Draft>(some.size() + others.size());
    all.addAll(some);
    all.addAll(others);
    return ordered(all);
  }

  /** In the order of the record. */
  static List<Draft> ordered(List<Draft> drafts) {
    drafts.sort(BY_ORDINAL);
    return drafts;
  }
}
