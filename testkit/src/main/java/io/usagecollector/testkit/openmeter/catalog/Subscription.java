package io.usagecollector.testkit.openmeter.catalog;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A customer's subscription to one version of a plan. */
public record Subscription(
    String id,
    String customerId,
    String planId,
    String planKey,
    int planVersion,
    String name,
    String currency,
    String billingCadence,
    Instant activeFrom,
    @Nullable Instant activeTo,
    Instant createdAt,
    Instant updatedAt) {

  /** What one can be. Canceled ones run on until their end. */
  public enum Status {
    ACTIVE,
    CANCELED,
    SCHEDULED,
    INACTIVE;

    /** As the server writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Status status(Instant now) {
    if (activeFrom.isAfter(now)) {
      return Status.SCHEDULED;
    }
    if (activeTo == null) {
      return Status.ACTIVE;
    }
    return activeTo.isAfter(now) ? Status.CANCELED : Status.INACTIVE;
  }

  /** Whether it leaves no room for another from {@code start} on. */
  boolean runsAfter(Instant start) {
    return activeTo == null || activeTo.isAfter(start);
  }

  Subscription ending(Instant end, Instant now) {
    return new Subscription(
        id,
        customerId,
        planId,
        planKey,
        planVersion,
        name,
        currency,
        billingCadence,
        activeFrom,
        end,
        createdAt,
        now);
  }
}
