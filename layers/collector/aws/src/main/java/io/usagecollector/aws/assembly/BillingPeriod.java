package io.usagecollector.aws.assembly;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How often a subscription is billed, by Flexprice's own names. */
public enum BillingPeriod {
  DAILY,
  WEEKLY,
  MONTHLY,
  QUARTERLY,
  HALF_YEARLY,
  ANNUAL,
  ONETIME;

  /**
   * By its name, in whatever case.
   *
   * @throws IllegalArgumentException if it is none
   */
  static BillingPeriod parse(String text) {
    String name = text.toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(period -> period.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "ENSURE_BILLING_PERIOD must be one of "
                    + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))
                    + ", or not set for that of the plan's first price"));
  }
}
