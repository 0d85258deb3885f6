package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.EnsureRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;

/** API v3: snake case, filters that are exact, subscriptions that start at once. */
final class KonnectV3 implements Dialect {
  private static final int PAGE = 100;

  @Override
  public Names names() {
    return Names.SNAKE;
  }

  @Override
  public ListQuery customersOfKey(CustomerKey key) {
    return new ListQuery(
        "look for the customer",
        pages("/customers", equal("key", key.value())),
        AccountAnswers.OF_ALL);
  }

  @Override
  public ListQuery customersOfSubject(CustomerKey subject) {
    return new ListQuery(
        "look for the subject's customer",
        pages("/customers", equal("usage_attribution_subject_key", subject.value())),
        AccountAnswers.OF_ALL);
  }

  @Override
  public ListQuery customers() {
    return new ListQuery(
        "list customers",
        page -> "/customers?page%5Bnumber%5D=" + page + "&page%5Bsize%5D=1",
        AccountAnswers.OF_ALL);
  }

  @Override
  public ListQuery subscriptionsOf(BillingCustomer customer) {
    return new ListQuery(
        "list the subscriptions",
        pages("/subscriptions", equal("customer_id", customer.id())),
        AccountAnswers.OF_ALL);
  }

  @Override
  public ListQuery plansOfKey(String key) {
    return new ListQuery(
        "look for the plan",
        pages("/plans", equal("key", key) + "&" + equal("status", "active")),
        AccountAnswers.OF_ALL);
  }

  @Override
  public byte[] customer(EnsureRequest request) {
    return AccountBodies.customer(request, names());
  }

  @Override
  public boolean takesStart() {
    return false;
  }

  @Override
  public byte[] subscription(BillingCustomer customer, ActivePlan plan, Optional<Instant> start) {
    return AccountBodies.write(json -> {
      json.writeObjectFieldStart("customer");
      json.writeStringField("id", customer.id());
      json.writeEndObject();
      json.writeObjectFieldStart("plan");
      json.writeStringField("id", plan.id());
      json.writeStringField("key", plan.key());
      // Without a version the server takes the highest one, a draft as well.
      json.writeNumberField("version", plan.version());
      json.writeEndObject();
    });
  }

  private static String equal(String field, String value) {
    return "filter%5B" + field + "%5D%5Beq%5D=" + Dialect.encoded(value);
  }

  private static IntFunction<String> pages(String path, String filter) {
    return page -> path + "?" + filter + "&page%5Bnumber%5D=" + page + "&page%5Bsize%5D=" + PAGE;
  }
}
