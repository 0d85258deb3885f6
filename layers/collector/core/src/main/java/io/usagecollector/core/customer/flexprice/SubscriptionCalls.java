package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.provision.Document;
import io.usagecollector.core.customer.provision.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is asked of Flexprice about a customer's subscriptions. Thread-safe. */
final class SubscriptionCalls {
  private static final int PAGE = 100;
  private static final int MOST = 1_000;
  private static final String FIND = "find the subscriptions";

  private final FlexpriceCalls calls;

  SubscriptionCalls(FlexpriceCalls calls) {
    this.calls = calls;
  }

  /** All of a customer, drafts and ended ones too, as far as the replica has them. */
  Look<Listing> list(BillingCustomer customer, Deadline deadline) {
    List<Subscription> all = new ArrayList<>();
    for (int offset = 0; offset < MOST; offset += PAGE) {
      Map<String, ?> wanted =
          Map.of(
              "customer_id",
              customer.id(),
              "subscription_status",
              Subscription.STATUSES,
              "expand",
              "subscription_line_items",
              "limit",
              PAGE,
              "offset",
              offset);
      switch (calls.search(FIND, "/v1/subscriptions/search", wanted, deadline)) {
        case Outcome.Done(Document page) -> {
          List<Document> items = page.objects("items");
          items.stream()
              .filter(found -> found.text("customer_id").filter(customer.id()::equals).isPresent())
              .flatMap(found -> Subscription.read(found).stream())
              .forEach(all::add);
          if (items.size() < PAGE) {
            return new Look.Found<>(new Listing(List.copyOf(all)));
          }
        }
        case Outcome.Gone _, Outcome.Absent _, Outcome.Exists _ -> {
          return new Look.Nothing<>();
        }
        case Outcome.Failed(EnsureFault fault) -> {
          return new Look.Failed<>(fault);
        }
      }
    }
    return new Look.Failed<>(
        new EnsureFault(
            Kind.REJECTED, FIND + ": this customer has " + MOST + " or more; look at them"));
  }

  Outcome draft(
      BillingCustomer customer, Plan plan, String lookupKey, Instant start, Deadline deadline) {
    Map<String, Object> body = new HashMap<>();
    body.put("customer_id", customer.id());
    body.put("plan_id", plan.id());
    body.put("currency", plan.currency());
    body.put("billing_period", plan.billingPeriod());
    body.put("billing_period_count", plan.billingPeriodCount());
    body.put("billing_cadence", "RECURRING"); // Older versions ask for it; newer ones ignore it.
    body.put("billing_cycle", "anniversary");
    body.put("start_date", start.toString());
    body.put("lookup_key", lookupKey);
    body.put("subscription_status", "draft");
    body.put("metadata", Map.of("provisioned_by", "usage-collector"));
    return calls.write("draft the subscription", "POST", "/v1/subscriptions", body, deadline);
  }

  Outcome activate(String id, Instant start, Deadline deadline) {
    return calls.write(
        "activate the subscription",
        "POST",
        "/v1/subscriptions/" + id + "/activate",
        Map.of("start_date", start.toString()),
        deadline);
  }

  /** Ends a draft. {@code cancel} takes only what was activated. */
  Outcome end(String id, Deadline deadline) {
    return calls.write(
        "end a stray draft",
        "PUT",
        "/v1/subscriptions/" + id,
        Map.of("status", "cancelled"),
        deadline);
  }
}
