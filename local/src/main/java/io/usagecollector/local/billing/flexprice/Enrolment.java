package io.usagecollector.local.billing.flexprice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.usagecollector.local.billing.BillingService;
import io.usagecollector.local.billing.Enrolled;
import io.usagecollector.local.billing.NotTakenException;
import io.usagecollector.local.billing.Population;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;

/** Reads who is a customer, and who is subscribed. */
record Enrolment(FlexpriceClient client, BillingService service, Meters meters) {
  Enrolled of(String customer) {
    try {
      int running = service.askAbout(() -> client.subscriptions(customer).size());
      return new Enrolled(customer, true, running);
    } catch (NotTakenException e) {
      return new Enrolled(customer, false, 0);
    }
  }

  Population population() {
    try {
      return service.askAbout(() -> new Population(customers(), activeSubscriptions()));
    } catch (NotTakenException e) {
      throw new IllegalStateException("billing does not tell its customers: " + e.getMessage(), e);
    }
  }

  private long customers() {
    return total(meters.json("GET", "/v1/customers?limit=1", ""));
  }

  private long activeSubscriptions() {
    var filter = JsonNodeFactory.instance.objectNode().put("limit", 1);
    filter.putArray("subscription_status").add("active");
    return total(meters.json("POST", "/v1/subscriptions/search", filter.toString()));
  }

  private static long total(JsonNode page) {
    return page.path("pagination").path("total").asLong();
  }
}
