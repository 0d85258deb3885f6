package io.usagecollector.core.customer.flexprice;

import java.time.Duration;

/**
 * How long things take at Flexprice.
 *
 * @param lag how far the replica that reads go to may be behind: about a second, as measured by
 *     others, so this much is waited before what was read counts as all there is
 * @param request what one request may take
 */
public record Pace(Duration lag, Duration request) {
  public static final Pace USUAL = new Pace(Duration.ofMillis(1_500), Duration.ofSeconds(10));

  public Pace {
    if (!lag.isPositive() || !request.isPositive()) {
      throw new IllegalArgumentException("lag and request must be more than nothing");
    }
  }
}
