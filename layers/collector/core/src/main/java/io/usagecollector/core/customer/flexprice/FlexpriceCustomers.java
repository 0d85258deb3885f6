package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.Polling;
import io.usagecollector.core.customer.provision.Document;
import io.usagecollector.core.customer.provision.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Customers: found by a search, which takes any external id (one with a slash is in no path), and
 * made where there is none. The service itself lets one external id have one customer. Thread-safe.
 */
final class FlexpriceCustomers {
  private static final String CREATE = "create the customer";
  private static final int LONGEST_NAME = 255;
  private static final int TRIES = 2;

  private final FlexpriceCalls calls;
  private final Waiting waiting;
  private final boolean onboarding;

  /**
   * @param onboarding whether the tenant's own onboarding workflow shall run for a new customer: it
   *     may make a subscription of its own, beside ours
   */
  FlexpriceCustomers(FlexpriceCalls calls, Waiting waiting, boolean onboarding) {
    this.calls = calls;
    this.waiting = waiting;
    this.onboarding = onboarding;
  }

  Step<BillingCustomer> ensure(EnsureRequest request, Deadline deadline) {
    EnsureFault last = null;
    for (int tried = 0; tried < TRIES; tried++) {
      Look<BillingCustomer> look = find(request.key(), deadline);
      if (!(look instanceof Look.Nothing<BillingCustomer>)) {
        return step(look, tried > 0, unseen());
      }
      Outcome made = create(request, deadline);
      switch (made) {
        case Outcome.Done(Document customer) -> {
          Optional<BillingCustomer> itself = read(customer, request.key());
          if (itself.isPresent()) {
            return new Step.Done<>(itself.get(), true);
          }
          last = unknown("another customer than was asked for came back");
        }
        case Outcome.Exists _ -> {
          return step(untilSeen(request.key(), deadline), tried > 0, unseen());
        }
        case Outcome.Absent _, Outcome.Gone _ -> {
          return new Step.Failed<>(
              new EnsureFault(Kind.MISCONFIGURED, CREATE + ": the service knows no such call"));
        }
        case Outcome.Failed(EnsureFault fault) -> {
          if (fault.kind() != Kind.UNKNOWN_OUTCOME) {
            return new Step.Failed<>(fault);
          }
          last = fault;
        }
      }
    }
    EnsureFault unknown = last == null ? unseen() : last;
    return step(untilSeen(request.key(), deadline), true, unknown);
  }

  private static EnsureFault unseen() {
    return unknown("it is there, and cannot be read yet");
  }

  private static EnsureFault unknown(String why) {
    return new EnsureFault(Kind.UNKNOWN_OUTCOME, CREATE + ": " + why);
  }

  private static Step<BillingCustomer> step(
      Look<BillingCustomer> look, boolean created, EnsureFault otherwise) {
    return switch (look) {
      case Look.Found<BillingCustomer>(BillingCustomer found) -> new Step.Done<>(found, created);
      case Look.Nothing<BillingCustomer> _ -> new Step.Failed<>(otherwise);
      case Look.Failed<BillingCustomer>(EnsureFault fault) -> new Step.Failed<>(fault);
    };
  }

  /** Looks until the replica has it: it is there, or may be. */
  private Look<BillingCustomer> untilSeen(CustomerKey key, Deadline deadline) {
    Deadline seen = waiting.untilSeen(deadline);
    Polling polling = waiting.polling();
    Look<BillingCustomer> look = find(key, deadline);
    while (look instanceof Look.Nothing<BillingCustomer> && polling.again(seen)) {
      look = find(key, deadline);
    }
    return look;
  }

  private Look<BillingCustomer> find(CustomerKey key, Deadline deadline) {
    Map<String, ?> wanted = Map.of("external_ids", List.of(key.value()), "limit", 1);
    return switch (calls.search("find the customer", "/v1/customers/search", wanted, deadline)) {
      case Outcome.Done(Document page) ->
          page.objects("items").stream()
              .flatMap(customer -> read(customer, key).stream())
              .findFirst()
              .<Look<BillingCustomer>>map(Look.Found::new)
              .orElseGet(Look.Nothing::new);
      case Outcome.Absent _, Outcome.Exists _, Outcome.Gone _ -> new Look.Nothing<>();
      case Outcome.Failed(EnsureFault fault) -> new Look.Failed<>(fault);
    };
  }

  /** Code point for code point: whatever else the service may take for the same is another's. */
  private static Optional<BillingCustomer> read(Document customer, CustomerKey key) {
    return customer
        .text("external_id")
        .filter(key.value()::equals)
        .flatMap(_ -> customer.text("id"))
        .filter(id -> !id.isEmpty())
        .map(id -> new BillingCustomer(key, id));
  }

  private Outcome create(EnsureRequest request, Deadline deadline) {
    Map<String, Object> body = new HashMap<>();
    body.put("external_id", request.key().value());
    body.put("name", name(request));
    body.put("metadata", Map.of("provisioned_by", "usage-collector"));
    if (!onboarding) {
      body.put("skip_onboarding_workflow", true);
    }
    return calls.write(CREATE, "POST", "/v1/customers", body, deadline);
  }

  /** A name is required there, and has a greatest length. */
  private static String name(EnsureRequest request) {
    String name = request.name().isEmpty() ? request.key().value() : request.name();
    int length = name.codePointCount(0, name.length());
    return length <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
  }
}
