package io.usagecollector.core.customer.flexprice;

import java.util.Optional;

/**
 * The plan of a customer that has no running subscription.
 *
 * @param key its lookup key, or its id
 * @param currency of three letters; else that of the plan's first price
 * @param billingPeriod as Flexprice writes it, such as {@code MONTHLY}; else that of the plan's
 *     first price
 */
public record DefaultPlan(String key, Optional<String> currency, Optional<String> billingPeriod) {
  public DefaultPlan {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a plan must have a lookup key or an id");
    }
  }

  /** A plan whose prices say the rest. */
  public static DefaultPlan of(String key) {
    return new DefaultPlan(key, Optional.empty(), Optional.empty());
  }
}
