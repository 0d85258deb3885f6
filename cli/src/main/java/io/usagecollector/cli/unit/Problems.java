package io.usagecollector.cli.unit;

import io.usagecollector.cli.source.Place;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file; collected, so that all is told at once. */
final class Problems {
  private final List<String> all = new ArrayList<>();

  void add(Place at, String text) {
    all.add(at + ": " + text);
  }

  void throwIfAny() throws UnusableTestsException {
    if (!all.isEmpty()) {
      throw new UnusableTestsException(all);
    }
  }
}
