package io.usagecollector.local.billing.flexprice;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.local.billing.Attempts;
import io.usagecollector.local.billing.Billing;
import io.usagecollector.local.billing.Measure;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One plan with a price for every measure, for customers whom others make and subscribe. What was
 * interrupted is gone on with where it stopped. Of one thread.
 */
final class EnsuredPlan {
  private static final String KEY = Billing.ENSURED_PLAN;

  /** Nobody can be subscribed to a plan without a price, and customers may come before events. */
  private static final Measure NOTHING = new Measure(KEY, "", BigDecimal.ZERO);

  private final FlexpriceClient client;
  private final Meters meters;
  private final Attempts attempts;
  private final Set<Measure> priced = new HashSet<>();

  EnsuredPlan(FlexpriceClient client, Meters meters, Attempts attempts) {
    this.client = client;
    this.meters = meters;
    this.attempts = attempts;
  }

  /** Makes meters, the plan and its prices, where they are missing. */
  void provide(Collection<Measure> measures) {
    Stream.concat(Stream.of(NOTHING), measures.stream())
        .filter(measure -> !priced.contains(measure))
        .forEach(measure -> attempts.make(measure.eventName(), () -> price(measure)));
  }

  /** Why the service cannot take this event name, if it was asked and cannot. */
  Optional<String> notTaken(String eventName) {
    return attempts.notTaken(eventName);
  }

  /** A second price would cost everything twice, so it is looked for first. */
  private void price(Measure measure) {
    String plan = client.findPlan(KEY).orElseGet(() -> client.createPlan(KEY, KEY));
    MeterHandle meter = meters.of(measure).orElseGet(() -> meters.make(measure));
    if (!hasPrice(plan, meter)) {
      client.createUnitPrice(plan, meter.id(), measure.price(), Measure.CURRENCY);
    }
    priced.add(measure);
  }

  private boolean hasPrice(String plan, MeterHandle meter) {
    JsonNode prices = meters.json("GET", "/v1/prices?limit=1000&plan_ids=" + plan, "");
    return prices
        .path("items")
        .valueStream()
        .anyMatch(price -> price.path("meter_id").asText().equals(meter.id()));
  }
}
