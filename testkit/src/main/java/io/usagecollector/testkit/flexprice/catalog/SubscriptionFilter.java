package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code POST /v1/subscriptions/search} asks for; without a status, active ones. */
record SubscriptionFilter(
    Optional<String> customerId,
    Optional<String> planId,
    Optional<String> lookupKey,
    List<String> statuses,
    boolean lineItems) {

  static SubscriptionFilter of(Fields filter, Customers customers) {
    String external = filter.text("external_customer_id");
    Optional<String> customer =
        external.isEmpty()
            ? given(filter.text("customer_id"))
            : Optional.of(customers.lookUpForSearch(external).path("id").asText());
    List<String> statuses = filter.texts("subscription_status");
    return new SubscriptionFilter(
        customer,
        given(filter.text("plan_id")),
        lookupKey(filter.objects("filters")),
        statuses.isEmpty() ? List.of("active") : statuses,
        Arrays.asList(filter.text("expand").split(",")).contains("subscription_line_items"));
  }

  private static Optional<String> lookupKey(List<Fields> conditions) {
    Optional<String> key = Optional.empty();
    for (Fields condition : conditions) {
      if (!condition.text("field").equals("lookup_key")
          || !condition.text("operator").equals("eq")) {
        throw new Refused(ApiProblem.notImplemented("filters other than lookup_key eq"));
      }
      key = condition.object("value").map(value -> value.text("string"));
    }
    return key;
  }

  boolean accepts(JsonNode subscription) {
    return matches(customerId, subscription, "customer_id")
        && matches(planId, subscription, "plan_id")
        && matches(lookupKey, subscription, "lookup_key")
        && statuses.contains(subscription.path("subscription_status").asText());
  }

  private static boolean matches(Optional<String> wanted, JsonNode subscription, String field) {
    return wanted.map(value -> value.equals(subscription.path(field).asText())).orElse(true);
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
