package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.cli.source.Place;
import io.usagecollector.cli.unit.CaseResult.Failure;
import io.usagecollector.cli.unit.TestCase.Condition;
import io.usagecollector.cli.unit.TestCase.Expected;
import io.usagecollector.tooling.trial.Tried;
import java.util.ArrayList;
import java.util.List;

/** What came out of a test held against what should have. */
final class Comparison {
  private final TestCase test;
  private final List<Failure> failures = new ArrayList<>();

  private Comparison(TestCase test) {
    this.test = test;
  }

  static List<Failure> of(TestCase test, List<List<Tried>> received) {
    var comparison = new Comparison(test);
    comparison.batches(received);
    return comparison.failures;
  }

  private void batches(List<List<Tried>> received) {
    int expected = test.outputs().size();
    if (received.size() != expected) {
      said(
          test.outputsAt(), "output_batches", count(expected, "batch", "batches", received.size()));
    }
    for (int i = 0; i < received.size(); i++) {
      if (i < expected) {
        messages(i, test.outputs().get(i), received.get(i));
      } else {
        unexpected(i, 0, received.get(i));
      }
    }
  }

  private void messages(int batch, List<Expected> expected, List<Tried> received) {
    if (expected.size() != received.size()) {
      Place at = expected.isEmpty() ? test.outputsAt() : expected.getFirst().at();
      said(at, "batch " + batch, count(expected.size(), "message", "messages", received.size()));
    }
    for (int i = 0; i < Math.min(expected.size(), received.size()); i++) {
      message("batch " + batch + ", message " + i, expected.get(i), received.get(i));
    }
    unexpected(batch, expected.size(), received);
  }

  private static String count(int expected, String one, String several, int received) {
    return expected
        + " "
        + (expected == 1 ? one : several)
        + " expected, "
        + received
        + " received";
  }

  private void unexpected(int batch, int from, List<Tried> received) {
    for (int i = from; i < received.size(); i++) {
      Tried tried = received.get(i);
      String text = "nothing expected, received " + Str.of(tried.message().content());
      failures.add(
          new Failure(
              test.outputsAt(),
              "batch " + batch + ", message " + i,
              new Mismatch.Said(text),
              error(tried)));
    }
  }

  private void message(String which, Expected expected, Tried tried) {
    for (Condition condition : expected.conditions()) {
      for (Mismatch mismatch : condition.check().against(tried.message())) {
        String what = condition.name() + ", " + which;
        failures.add(new Failure(condition.at(), what, mismatch, error(tried)));
      }
    }
  }

  private static String error(Tried tried) {
    Message message = tried.message();
    Fault fault = message.fault();
    return fault == null
        ? ""
        : fault.text() + tried.failedAt().map(place -> ", at " + place).orElse("");
  }

  private void said(Place at, String what, String text) {
    failures.add(new Failure(at, what, new Mismatch.Said(text), ""));
  }
}
