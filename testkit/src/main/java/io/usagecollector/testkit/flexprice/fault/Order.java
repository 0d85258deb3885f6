package io.usagecollector.testkit.flexprice.fault;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One order to {@link FaultSchedule}: what, to whom, while when, how often. No fault means: let
 * pass.
 */
final class Order {
  final @Nullable Fault fault;
  private final Predicate<RequestLine> meant;
  private final BooleanSupplier holds;
  private int left;

  Order(@Nullable Fault fault, Predicate<RequestLine> meant, BooleanSupplier holds, int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException("a fault for " + requests + " requests never strikes");
    }
    this.fault = fault;
    this.meant = meant;
    this.holds = holds;
    this.left = requests;
  }

  boolean appliesTo(RequestLine request) {
    return meant.test(request) && holds.getAsBoolean();
  }

  /** Counts one strike; true when it was the last. Orders without a number never run out. */
  boolean useUp() {
    if (left == Integer.MAX_VALUE) {
      return false;
    }
    left--;
    return left == 0;
  }
}
