package io.usagecollector.testkit.fault;

import java.nio.charset.StandardCharsets;
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
  private final String text;
  private final BooleanSupplier holds;
  private int left;

  Order(@Nullable Fault fault, Predicate<RequestLine> meant, BooleanSupplier holds, int requests) {
    this(fault, meant, "", holds, requests);
  }

  /** Meant for requests whose body holds the text, too. */
  Order(
      @Nullable Fault fault,
      Predicate<RequestLine> meant,
      String text,
      BooleanSupplier holds,
      int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException("a fault for " + requests + " requests never strikes");
    }
    this.fault = fault;
    this.meant = meant;
    this.text = text;
    this.holds = holds;
    this.left = requests;
  }

  boolean appliesTo(RequestLine request, byte[] body) {
    return meant.test(request) && hold(body) && holds.getAsBoolean();
  }

  private boolean hold(byte[] body) {
    return text.isEmpty() || new String(body, StandardCharsets.UTF_8).contains(text);
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
