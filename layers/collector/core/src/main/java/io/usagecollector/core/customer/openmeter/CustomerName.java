package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.EnsureRequest;

/**
 * The name that a customer is made with: for people, so that it gives way where it does not fit.
 */
final class CustomerName {
  /** OpenMeter's limit, in UTF-16 units. */
  private static final int LONGEST = 256;

  private CustomerName() {}

  /** Without what OpenMeter's database cannot hold; the key, where nothing is left. */
  static String of(EnsureRequest request) {
    String name = fitting(request.name());
    return name.isBlank() ? fitting(request.key().value()) : name;
  }

  private static String fitting(String name) {
    var kept = new StringBuilder();
    name.codePoints()
        .filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE)
        .takeWhile(point -> kept.length() + Character.charCount(point) <= LONGEST)
        .forEachOrdered(kept::appendCodePoint);
    return kept.toString();
  }
}
