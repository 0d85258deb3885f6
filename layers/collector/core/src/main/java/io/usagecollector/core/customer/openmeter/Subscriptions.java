package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.provision.Document;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the subscription that a customer runs on, whatever plan it is of. */
final class Subscriptions {
  /** Canceled ones run until they end; scheduled ones block another, though they do not run yet. */
  private static final List<String> RUNNING = List.of("active", "canceled", "scheduled");

  private static final Comparator<Running> BEST =
      Comparator.comparingInt((Running one) -> RUNNING.indexOf(one.status()))
          .thenComparing(one -> one.activeFrom().orElse(Instant.MAX))
          .thenComparing(Running::id);

  private record Running(String id, String plan, String status, Optional<Instant> activeFrom) {}

  private final Dialect dialect;
  private final Listing listing;

  Subscriptions(Dialect dialect, Listing listing) {
    this.dialect = dialect;
    this.listing = listing;
  }

  /** The one that runs, or will; of several always the same. */
  Lookup<BillingSubscription> find(
      BillingCustomer customer, EnsureRequest request, Deadline deadline) {
    return switch (listing.all(
        dialect.subscriptionsOf(customer), item -> running(customer, item), deadline)) {
      case Lookup.There<List<Running>>(var running) ->
          running.stream()
              .min(BEST)
              .<Lookup<BillingSubscription>>map(one -> new Lookup.There<>(adopted(one, request)))
              .orElseGet(Lookup.Nowhere::new);
      case Lookup.Nowhere<List<Running>> _ -> new Lookup.Nowhere<>();
      case Lookup.Gone<List<Running>> _ -> new Lookup.Gone<>();
      case Lookup.Failed<List<Running>>(var fault) -> new Lookup.Failed<>(fault);
    };
  }

  /** One as the service describes it when it is made; nothing if it runs for nobody. */
  Optional<BillingSubscription> made(
      BillingCustomer customer, Document document, EnsureRequest request) {
    return running(customer, document).map(one -> adopted(one, request));
  }

  /** Only this customer's: not every server heeds the filter. */
  private Optional<Running> running(BillingCustomer customer, Document item) {
    Names names = dialect.names();
    boolean runs =
        item.text(names.customerId()).filter(customer.id()::equals).isPresent()
            && item.text(names.deletedAt()).isEmpty();
    return item.text("status")
        .filter(status -> runs && RUNNING.contains(status))
        .flatMap(status ->
            item.text("id")
                .map(id ->
                    new Running(
                        id,
                        item.object("plan").text("key").orElse(""),
                        status,
                        item.time(names.activeFrom()))));
  }

  private static BillingSubscription adopted(Running one, EnsureRequest request) {
    return new BillingSubscription(
        one.id(),
        one.plan(),
        one.status(),
        SubscriptionStart.unbilledBefore(one.activeFrom(), request));
  }
}
