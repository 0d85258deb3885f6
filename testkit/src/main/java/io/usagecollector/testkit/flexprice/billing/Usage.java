package io.usagecollector.testkit.flexprice.billing;

import java.math.BigDecimal;

/**
 * A total.
 *
 * @param events distinct event ids behind it
 */
public record Usage(BigDecimal value, long events) {
  public static final Usage NONE = new Usage(BigDecimal.ZERO, 0);

  public Usage {
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }
}
