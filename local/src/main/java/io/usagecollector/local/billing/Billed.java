package io.usagecollector.local.billing;

import java.math.BigDecimal;

/** What billing has of a measure for a customer. */
public sealed interface Billed {
  /** So many units. */
  record Total(BigDecimal units) implements Billed {}

  /** Billing cannot tell, because it cannot take the customer's id or the event's name. */
  record Untold(String why) implements Billed {}

  /** The units that are known of. */
  default BigDecimal known() {
    return switch (this) {
      case Total(BigDecimal units) -> units;
      case Untold _ -> BigDecimal.ZERO;
    };
  }
}
