package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.CustomerKey;

/**
 * The keys under which drafts are made: the same for everybody who subscribes a customer to a plan.
 * Flexprice keeps them as text of any length, and asks for no uniqueness.
 */
final class LookupKey {
  private LookupKey() {}

  static String of(CustomerKey customer, Plan plan) {
    return start(customer) + plan.id();
  }

  /** What those of a customer start with, whatever their plan. */
  static String start(CustomerKey customer) {
    return "usage-collector:" + customer.value() + ":";
  }
}
