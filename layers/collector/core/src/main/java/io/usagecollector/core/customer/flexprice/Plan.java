package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.provision.Document;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A plan as customers are subscribed to it.
 *
 * @param id Flexprice's own
 * @param key the lookup key that people gave it; its id where they gave none
 * @param currency of three small letters
 * @param billingPeriod such as {@code MONTHLY}
 * @param billingPeriodCount how many of those a period has
 */
record Plan(String id, String key, String currency, String billingPeriod, int billingPeriodCount) {
  private static final String ONE_TIME = "ONETIME";
  private static final Comparator<Document> OLDEST_FIRST =
      Comparator.comparing((Document price) -> price.time("created_at").orElse(Instant.MAX))
          .thenComparing(price -> price.text("id").orElse(""));

  /** What people call the plan of a document. */
  static Optional<String> key(Document plan) {
    return plan.text("lookup_key").filter(key -> !key.isEmpty()).or(() -> plan.text("id"));
  }

  static boolean isActive(Document plan) {
    return plan.text("status").filter("published"::equals).isPresent();
  }

  /**
   * Reads a plan with its prices; nothing if it has no price, and nobody says what to bill by.
   *
   * @param now when a price must still be in force
   */
  static Optional<Plan> read(Document plan, DefaultPlan wanted, Instant now) {
    List<Document> prices =
        plan.objects("prices").stream()
            .filter(price -> price.time("end_date").map(now::isBefore).orElse(true))
            .filter(price -> price.text("currency").filter(c -> !c.isEmpty()).isPresent())
            .sorted(OLDEST_FIRST)
            .toList();
    Optional<Document> periodic =
        prices.stream()
            .filter(price -> !price.text("billing_period").orElse(ONE_TIME).equals(ONE_TIME))
            .findFirst();
    Optional<Document> first = periodic.or(() -> prices.stream().findFirst());
    return first.flatMap(price ->
        plan.text("id")
            .map(id ->
                new Plan(
                    id,
                    key(plan).orElse(id),
                    wanted
                        .currency()
                        .or(() -> price.text("currency"))
                        .orElseThrow()
                        .toLowerCase(Locale.ROOT),
                    wanted
                        .billingPeriod()
                        .or(() -> periodic.flatMap(p -> p.text("billing_period")))
                        .orElse("MONTHLY"),
                    count(wanted, price))));
  }

  private static int count(DefaultPlan wanted, Document price) {
    return wanted.billingPeriod().isPresent()
        ? 1
        : price
            .text("billing_period_count")
            .filter(text -> text.matches("[1-9]\\d{0,3}"))
            .map(Integer::parseInt)
            .orElse(1);
  }
}
