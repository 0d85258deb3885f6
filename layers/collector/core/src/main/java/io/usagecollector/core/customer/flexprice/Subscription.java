package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.provision.Document;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A subscription as Flexprice lists it.
 *
 * @param planKey the lookup key of its plan, where the list tells it
 * @param ended when it stopped billing, if it did
 */
record Subscription(
    String id,
    String planId,
    Optional<String> planKey,
    String status,
    String lookupKey,
    Instant createdAt,
    Instant start,
    Optional<Instant> ended,
    List<LineItem> items) {
  static final Comparator<Subscription> OLDEST_FIRST =
      Comparator.comparing(Subscription::createdAt).thenComparing(Subscription::id);

  private static final String DRAFT = "draft";
  private static final String CANCELLED = "cancelled";

  /**
   * The statuses in which a subscription bills, or will once it goes on: a second one beside it
   * would bill the same events again. In the order in which one is taken for the customer's.
   */
  private static final List<String> RUNNING = List.of("active", "trialing", "paused", "incomplete");

  /** All that there are. */
  static final List<String> STATUSES =
      Stream.concat(RUNNING.stream(), Stream.of(DRAFT, CANCELLED)).toList();

  /** Those that run first, and of these the one that was made first. */
  static final Comparator<Subscription> FITTEST_FIRST =
      Comparator.comparingInt((Subscription found) -> RUNNING.indexOf(found.status()))
          .thenComparing(OLDEST_FIRST);

  /** Reads one; nothing if it does not say what each does. */
  static Optional<Subscription> read(Document found) {
    return found
        .text("id")
        .flatMap(id ->
            found
                .time("start_date")
                .map(start ->
                    new Subscription(
                        id,
                        found.text("plan_id").orElse(""),
                        Plan.key(found.object("plan")),
                        found.text("subscription_status").orElse(""),
                        found.text("lookup_key").orElse(""),
                        found.time("created_at").orElse(Instant.MAX),
                        start,
                        ended(found),
                        found.objects("line_items").stream()
                            .flatMap(item -> LineItem.read(item).stream())
                            .toList())));
  }

  private static Optional<Instant> ended(Document found) {
    return found.text("subscription_status").filter(CANCELLED::equals).isEmpty()
        ? Optional.empty()
        : Stream.of("cancelled_at", "cancel_at", "end_date")
            .flatMap(name -> found.time(name).stream())
            .max(Comparator.naturalOrder());
  }

  boolean isRunning() {
    return RUNNING.contains(status);
  }

  boolean isDraft() {
    return status.equals(DRAFT);
  }

  /** What it is once it was activated from a time on, where the service does not say. */
  Subscription activated(Instant from) {
    return new Subscription(
        id,
        planId,
        planKey,
        "active",
        lookupKey,
        createdAt,
        from,
        ended,
        items.stream().map(item -> item.restarted(start, from)).toList());
  }

  /** The same, known by the key of its plan if this is the one. */
  Subscription on(Plan plan) {
    return planId.equals(plan.id())
        ? new Subscription(
            id, planId, Optional.of(plan.key()), status, lookupKey, createdAt, start, ended, items)
        : this;
  }

  BillingSubscription billing(Optional<Instant> firstEvent) {
    return new BillingSubscription(
        id, planKey.orElse(planId), status, firstEvent.flatMap(this::unbilledBefore));
  }

  /** The start of the meter that counts last, if that is after the first event. */
  private Optional<Instant> unbilledBefore(Instant firstEvent) {
    Map<String, Instant> byMeter =
        items.stream()
            .collect(Collectors.toMap(LineItem::meterId, LineItem::start, Subscription::earlier));
    return Stream.concat(Stream.of(start), byMeter.values().stream())
        .filter(firstEvent::isBefore)
        .max(Comparator.naturalOrder());
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
