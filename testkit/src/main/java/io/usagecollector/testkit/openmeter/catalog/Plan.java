package io.usagecollector.testkit.openmeter.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One version of a plan.
 *
 * @param phases as they were given, in the dialect that made it
 * @param effectiveFrom nothing for a draft
 */
public record Plan(
    String id,
    String key,
    int version,
    String name,
    String currency,
    String billingCadence,
    JsonNode phases,
    @Nullable Instant effectiveFrom,
    @Nullable Instant effectiveTo,
    Instant createdAt,
    @Nullable Instant deletedAt) {

  /** What a version can be. */
  public enum Status {
    DRAFT,
    ACTIVE,
    ARCHIVED,
    SCHEDULED;

    /** As the server writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Status status(Instant now) {
    if (effectiveFrom == null) {
      return Status.DRAFT;
    }
    if (effectiveTo != null && !effectiveTo.isAfter(now)) {
      return Status.ARCHIVED;
    }
    return effectiveFrom.isAfter(now) ? Status.SCHEDULED : Status.ACTIVE;
  }

  public boolean isDeleted() {
    return deletedAt != null;
  }

  /** Whether anything of it costs money. */
  boolean isBillable() {
    for (JsonNode phase : phases) {
      for (JsonNode card : phase.path(phase.has("rate_cards") ? "rate_cards" : "rateCards")) {
        JsonNode price = card.path("price");
        if (price.isObject() && !price.path("type").asText().equals("free")) {
          return true;
        }
      }
    }
    return false;
  }

  Plan effective(@Nullable Instant from, @Nullable Instant to) {
    return new Plan(
        id, key, version, name, currency, billingCadence, phases, from, to, createdAt, deletedAt);
  }

  Plan deleted(Instant now) {
    return new Plan(
        id,
        key,
        version,
        name,
        currency,
        billingCadence,
        phases,
        effectiveFrom,
        effectiveTo,
        createdAt,
        now);
  }

  /** What is asked for. */
  public record Draft(
      String key, String name, String currency, String billingCadence, JsonNode phases) {}
}
