package io.usagecollector.local.billing;

import java.math.BigDecimal;

/**
 * A quantity, as it was produced and as the service keeps it: a number as the 64-bit float it is
 * read to, and of any the first 15 decimals.
 *
 * @param produced to the last digit
 * @param kept what is billed of it
 */
public record BillableQuantity(BigDecimal produced, BigDecimal kept) {
  public static final BillableQuantity ZERO = exactly(BigDecimal.ZERO);

  /** One that the service keeps as it is. */
  public static BillableQuantity exactly(BigDecimal value) {
    return new BillableQuantity(value, value);
  }

  public BillableQuantity plus(BillableQuantity other) {
    return new BillableQuantity(produced.add(other.produced), kept.add(other.kept));
  }

  /** Whether the service keeps another quantity than was produced. */
  public boolean isRounded() {
    return produced.compareTo(kept) != 0;
  }
}
