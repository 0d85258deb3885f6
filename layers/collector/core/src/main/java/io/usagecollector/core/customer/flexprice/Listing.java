package io.usagecollector.core.customer.flexprice;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All subscriptions of a customer that the replica knew of, whatever their status. */
record Listing(List<Subscription> all) {
  /** The one that the customer is billed by, on whatever plan. */
  Optional<Subscription> running() {
    return all.stream().filter(Subscription::isRunning).min(Subscription.FITTEST_FIRST);
  }

  /** When the last of those that ran stopped. */
  Optional<Instant> lastEnd() {
    return all.stream().flatMap(s -> s.ended().stream()).max(Comparator.naturalOrder());
  }

  /**
   * Drafts under this key that may be taken up, the oldest first. One from before a subscription
   * ended was left by an attempt of that time, and would bill that time again.
   */
  List<Subscription> drafts(String lookupKey) {
    Instant since = lastEnd().orElse(Instant.MIN);
    return all.stream()
        .filter(s -> s.isDraft() && s.lookupKey().equals(lookupKey))
        .filter(s -> s.createdAt().isAfter(since))
        .sorted(Subscription.OLDEST_FIRST)
        .toList();
  }

  /** Drafts under keys that start so, made before a time. */
  List<Subscription> strays(String start, Instant before) {
    return all.stream()
        .filter(s -> s.isDraft() && s.lookupKey().startsWith(start))
        .filter(s -> s.createdAt().isBefore(before))
        .toList();
  }

  boolean holds(String id) {
    return all.stream().anyMatch(s -> s.id().equals(id));
  }
}
