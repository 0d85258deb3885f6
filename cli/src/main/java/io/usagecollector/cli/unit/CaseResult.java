package io.usagecollector.cli.unit;

import io.usagecollector.cli.source.Place;
import java.util.List;

/** How a test went; without failures it passed. */
public record CaseResult(TestCase test, List<Failure> failures) {
  public CaseResult {
    failures = List.copyOf(failures);
  }

  public boolean passed() {
    return failures.isEmpty();
  }

  /**
   * One thing that is not as it should be.
   *
   * @param at the condition in the test file
   * @param what {@code json_equals}, and of which message; batches and messages count from 0, as
   *     upstream's do
   * @param error the error that the message carries, and where it comes from; empty where it
   *     carries none
   */
  public record Failure(Place at, String what, Mismatch mismatch, String error) {}
}
