package io.usagecollector.local.billing;

import java.math.BigDecimal;

/**
 * How far a sum of 64-bit floats may lie from the true one, in whatever order it was made.
 *
 * @param terms how many were added
 * @param size the sum of the terms without their signs
 * @param whole whether all are whole numbers
 */
public record Blur(long terms, BigDecimal size, boolean whole) {
  /** Of a sum that a service makes in decimals. */
  public static final Blur NONE = new Blur(0, BigDecimal.ZERO, true);

  /** Up to here whole numbers are added exactly: 2^53. */
  private static final BigDecimal EXACT = new BigDecimal(1L << 53);

  /** Each addition rounds by half of this at most, and so does the text of the sum. */
  private static final BigDecimal STEP = new BigDecimal(Math.ulp(1.0));

  public static Blur of(BigDecimal term) {
    return new Blur(1, term.abs(), term.stripTrailingZeros().scale() <= 0);
  }

  public Blur plus(Blur other) {
    return new Blur(terms + other.terms, size.add(other.size), whole && other.whole);
  }

  /** The farthest that it may lie off, up or down. */
  public BigDecimal reach() {
    return whole && size.compareTo(EXACT) <= 0
        ? BigDecimal.ZERO
        : size.multiply(STEP).multiply(BigDecimal.valueOf(terms));
  }
}
