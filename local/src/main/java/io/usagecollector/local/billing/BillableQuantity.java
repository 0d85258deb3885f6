package io.usagecollector.local.billing;

import java.math.BigDecimal;

/**
 * A quantity, as it was produced and as the service keeps it.
 *
 * @param produced to the last digit
 * @param kept what is billed of it
 * @param blur how far the service's sum may lie from what it keeps
 */
public record BillableQuantity(BigDecimal produced, BigDecimal kept, Blur blur) {
  public static final BillableQuantity ZERO = exactly(BigDecimal.ZERO);

  /** One that the service adds up in decimals. */
  public BillableQuantity(BigDecimal produced, BigDecimal kept) {
    this(produced, kept, Blur.NONE);
  }

  /** One that the service keeps as it is. */
  public static BillableQuantity exactly(BigDecimal value) {
    return new BillableQuantity(value, value);
  }

  /** One that the service adds up as a 64-bit float. */
  public static BillableQuantity asFloat(BigDecimal produced, double kept) {
    BigDecimal read = BigDecimal.valueOf(kept);
    return new BillableQuantity(produced, read, Blur.of(read));
  }

  public BillableQuantity plus(BillableQuantity other) {
    return new BillableQuantity(
        produced.add(other.produced), kept.add(other.kept), blur.plus(other.blur));
  }

  /** The least that the service may make of it. */
  public BigDecimal least() {
    return kept.subtract(blur.reach());
  }

  /** The most that the service may make of it. */
  public BigDecimal most() {
    return kept.add(blur.reach());
  }

  /** Whether so many units are what the service may make of it. */
  public boolean mayBe(BigDecimal units) {
    return least().compareTo(units) <= 0 && units.compareTo(most()) <= 0;
  }

  /** Whether the service keeps another quantity than was produced. */
  public boolean isRounded() {
    return produced.compareTo(kept) != 0;
  }
}
