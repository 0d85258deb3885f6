package io.usagecollector.local.billing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import io.usagecollector.testkit.flexprice.client.MeterUsage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The billing account over its public endpoints: what is needed to bill is made there, once, and
 * the bill is read there. The stand-in and a real server are the same to it.
 */
public final class Billing implements AutoCloseable {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2106-02-07T06:28:15Z");

  private final FlexpriceClient client;
  private final OpeningBalance opening;
  private final Map<String, MeterHandle> meters = new HashMap<>();
  private final Set<String> subscribed = new HashSet<>();

  public Billing(FlexpriceClient client, OpeningBalance opening) {
    this.client = client;
    this.opening = opening;
  }

  /** Notes what the account has of these so far: before the first of the events is sent. */
  public void open(Collection<Measure> measures, Collection<BillableEvent> events) {
    for (BillableEvent event : events) {
      for (Measure measure : measures) {
        if (measure.eventName().equals(event.name())) {
          String customer = event.customer();
          opening.take(customer, measure, () -> total(customer, measure));
        }
      }
    }
  }

  /** Makes meters, a plan an event name, customers and subscriptions, where they are missing. */
  public void provision(Collection<Measure> measures, Collection<BillableEvent> events) {
    Map<String, String> plans = new HashMap<>();
    for (Measure measure : measures) {
      plans.computeIfAbsent(measure.eventName(), name -> plan(name, measures));
    }
    for (BillableEvent event : events) {
      if (subscribed.add(event.customer() + "\n" + event.name())) {
        client.ensureCustomer(event.customer());
        subscribe(event.customer(), plans.getOrDefault(event.name(), ""));
      }
    }
  }

  private String plan(String eventName, Collection<Measure> measures) {
    String key = "usage-collector " + eventName;
    return client.findPlan(key).orElseGet(() -> createPlan(key, eventName, measures));
  }

  private String createPlan(String key, String eventName, Collection<Measure> measures) {
    String plan = client.createPlan(key, key);
    for (Measure measure : measures) {
      if (measure.eventName().equals(eventName)) {
        MeterHandle meter = meter(measure).orElseGet(() -> create(measure));
        client.createUnitPrice(plan, meter.id(), measure.price(), Measure.CURRENCY);
      }
    }
    return plan;
  }

  private MeterHandle create(Measure measure) {
    MeterHandle meter = client.createMeter(measure.draft());
    meters.put(measure.key(), meter);
    return meter;
  }

  /** A second subscription would bill everything twice, so it is looked for first. */
  private void subscribe(String customer, String plan) {
    var search =
        JsonNodeFactory.instance
            .objectNode()
            .put("external_customer_id", customer)
            .put("plan_id", plan);
    JsonNode found = json("POST", "/v1/subscriptions/search", search.toString());
    if (found.path("items").isEmpty()) {
      client.subscribe(customer, plan, Measure.CURRENCY);
    }
  }

  /** The meter of a measure, if billing has it. */
  Optional<MeterHandle> meter(Measure measure) {
    if (!meters.containsKey(measure.key())) {
      String key = URLEncoder.encode(measure.key(), StandardCharsets.UTF_8);
      JsonNode feature = json("GET", "/v1/features?lookup_key=" + key, "").path("items").path(0);
      if (feature.has("meter_id")) {
        meters.put(
            measure.key(), new MeterHandle(feature.path("meter_id").asText(), measure.draft()));
      }
    }
    return Optional.ofNullable(meters.get(measure.key()));
  }

  /** What billing has of a measure for a customer, since the topic's first event. */
  public BigDecimal billed(String customer, Measure measure) {
    return total(customer, measure).subtract(opening.of(customer, measure));
  }

  private BigDecimal total(String customer, Measure measure) {
    return meter(measure)
        .map(meter -> client.usage(customer, meter, FIRST, LAST))
        .map(MeterUsage::total)
        .orElse(BigDecimal.ZERO);
  }

  /**
   * How many events billing has of these customers and measures: changes with each that arrives.
   */
  public BigDecimal billedEvents(Collection<BillableEvent> events, List<Measure> measures) {
    var customers = new HashSet<String>();
    events.forEach(event -> customers.add(event.customer()));
    return measures.stream()
        .filter(Measure::counts)
        .flatMap(measure -> customers.stream().map(customer -> billed(customer, measure)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private JsonNode json(String method, String path, String body) {
    try {
      var calls = client.calls();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return calls.send(method, path, bytes, calls.headers()).json();
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path + " got no answer", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
