package io.usagecollector.bench.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Takes 2 and 2.0 for the same number: engines differ in the kind they compute with, not in the
 * value.
 */
final class NumbersByValue {
  private NumbersByValue() {}

  static int compare(JsonNode a, JsonNode b) {
    boolean same =
        (a.isNumber() && b.isNumber()) ? a.doubleValue() == b.doubleValue() : a.equals(b);
    return same ? 0 : 1;
  }
}
