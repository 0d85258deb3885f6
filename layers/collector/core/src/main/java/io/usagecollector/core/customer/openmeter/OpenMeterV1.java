package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.EnsureRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * API v1: camel case, filters that find parts of a key in any case, subscriptions that may start a
 * little earlier and always on the plan's current version.
 */
final class OpenMeterV1 implements Dialect {
  /** A part of a key may be in many others. */
  private static final int CUSTOMERS_PAGE = 500;

  private static final int PAGE = 100;

  @Override
  public Names names() {
    return Names.CAMEL;
  }

  @Override
  public ListQuery customersOfKey(CustomerKey key) {
    return new ListQuery(
        "look for the customer",
        pages("/customers?key=" + Dialect.encoded(key.value()) + "&", CUSTOMERS_PAGE),
        AccountAnswers.OF_ALL);
  }

  @Override
  public ListQuery customersOfSubject(CustomerKey subject) {
    return new ListQuery(
        "look for the subject's customer",
        pages("/customers?subject=" + Dialect.encoded(subject.value()) + "&", CUSTOMERS_PAGE),
        AccountAnswers.OF_ALL);
  }

  @Override
  public ListQuery customers() {
    return new ListQuery("list customers", pages("/customers?", 1), AccountAnswers.OF_ALL);
  }

  @Override
  public ListQuery subscriptionsOf(BillingCustomer customer) {
    return new ListQuery(
        "list the subscriptions",
        pages("/customers/" + Dialect.encoded(customer.id()) + "/subscriptions?", PAGE),
        AccountAnswers.OF_ONE_CUSTOMER);
  }

  @Override
  public ListQuery plansOfKey(String key) {
    return new ListQuery(
        "look for the plan",
        pages("/plans?key=" + Dialect.encoded(key) + "&status=active&", PAGE),
        AccountAnswers.OF_ALL);
  }

  @Override
  public byte[] customer(EnsureRequest request) {
    return AccountBodies.customer(request, names());
  }

  @Override
  public boolean takesStart() {
    return true;
  }

  @Override
  public byte[] subscription(BillingCustomer customer, ActivePlan plan, Optional<Instant> start) {
    return AccountBodies.write(json -> {
      json.writeStringField("customerId", customer.id());
      json.writeObjectFieldStart("plan");
      json.writeStringField("key", plan.key());
      json.writeNumberField("version", plan.version());
      json.writeEndObject();
      json.writeStringField("timing", start.map(Instant::toString).orElse("immediate"));
    });
  }

  private static IntFunction<String> pages(String query, int size) {
    return page -> query + "page=" + page + "&pageSize=" + size;
  }
}
