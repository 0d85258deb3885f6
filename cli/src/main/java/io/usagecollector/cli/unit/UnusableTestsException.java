package io.usagecollector.cli.unit;

import io.usagecollector.cli.source.Place;
import java.util.List;

/** A test file that cannot be used, with everything that is wrong with it: a line for each. */
public final class UnusableTestsException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableTestsException(List<String> problems) {
    super(String.join("\n", problems));
  }

  UnusableTestsException(Place at, String problem) {
    this(List.of(at + ": " + problem));
  }
}
