package io.usagecollector.core.customer.guard;

import static io.usagecollector.core.customer.guard.EnsureState.Stage.CUSTOMER_READY;
import static io.usagecollector.core.customer.guard.EnsureState.Stage.FAILED_CONFIG;
import static io.usagecollector.core.customer.guard.EnsureState.Stage.PENDING;
import static io.usagecollector.core.customer.guard.EnsureState.Stage.READY;

import io.usagecollector.core.customer.guard.EnsureState.Stage;
import java.util.List;

/**
 * A way from one state to the next: there are no others.
 *
 * @param when what happened, for the diagram
 */
public record Transition(Stage from, Stage to, String when) {
  /** A customer whom nobody has asked for yet comes in here. */
  public static final Stage FIRST = PENDING;

  public static final List<Transition> ALL =
      List.of(
          new Transition(PENDING, PENDING, "taken over, or put off"),
          new Transition(PENDING, CUSTOMER_READY, "the customer is there"),
          new Transition(PENDING, READY, "the customer is there, and is all that is wanted"),
          new Transition(PENDING, FAILED_CONFIG, "refused until something is changed"),
          new Transition(CUSTOMER_READY, CUSTOMER_READY, "taken over, or put off"),
          new Transition(CUSTOMER_READY, READY, "the subscription is there"),
          new Transition(CUSTOMER_READY, PENDING, "the customer is gone"),
          new Transition(CUSTOMER_READY, FAILED_CONFIG, "refused until something is changed"),
          new Transition(READY, READY, "verified"),
          new Transition(READY, CUSTOMER_READY, "a subscription is wanted as well, or again"),
          new Transition(READY, PENDING, "the customer is gone"),
          new Transition(READY, FAILED_CONFIG, "refused until something is changed"),
          new Transition(FAILED_CONFIG, PENDING, "tried again, without a customer"),
          new Transition(FAILED_CONFIG, CUSTOMER_READY, "tried again, with the customer"));

  public static boolean leads(Stage from, Stage to) {
    return ALL.stream().anyMatch(way -> way.from == from && way.to == to);
  }

  /**
   * @throws IllegalStateException if no way leads there
   */
  static void check(Stage from, Stage to) {
    if (!leads(from, to)) {
      throw new IllegalStateException("no way leads from " + from + " to " + to);
    }
  }
}
