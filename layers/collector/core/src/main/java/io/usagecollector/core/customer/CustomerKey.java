package io.usagecollector.core.customer;

import java.util.Objects;

/**
 * What a customer is ensured and billed under, code point for code point: Flexprice's {@code
 * external_id}, OpenMeter's {@code key} and only subject key. A key that no service can keep cannot
 * be made.
 *
 * @param value not blank, without NUL and lone surrogates, at most 255 code points
 */
public record CustomerKey(String value) {
  /** The least of what the services keep: Flexprice's column holds 255 characters. */
  public static final int MOST_CODE_POINTS = 255;

  /**
   * @throws IllegalArgumentException if no service can keep it; the text does not quote it
   */
  public CustomerKey {
    Objects.requireNonNull(value, "value");
    if (value.isBlank()) {
      throw new IllegalArgumentException("a customer key must not be blank");
    }
    if (value.codePointCount(0, value.length()) > MOST_CODE_POINTS) {
      throw new IllegalArgumentException(
          "a customer key must have at most " + MOST_CODE_POINTS + " characters");
    }
    if (value.codePoints().anyMatch(CustomerKey::isUnkept)) {
      throw new IllegalArgumentException(
          "a customer key must be Unicode text without NUL characters");
    }
  }

  private static boolean isUnkept(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  /** Without the key: a log line may hold it. */
  @Override
  public String toString() {
    return "CustomerKey[" + value.length() + " characters]";
  }
}
