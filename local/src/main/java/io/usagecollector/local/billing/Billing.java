package io.usagecollector.local.billing;

import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The billing account over its public endpoints: what is needed to bill is made there, once, and
 * the bill is read there. The stand-in and a real server are the same to it. While the service is
 * away, every method throws {@link BillingAwayException}.
 */
public final class Billing implements AutoCloseable {
  /** The lookup key of the plan for customers whom others make. */
  public static final String ENSURED_PLAN = EnsuredPlan.KEY;

  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

  /** The last second that the service can bill: a window ends before its end. */
  private static final Instant LAST = Instant.parse("2106-02-07T06:28:15Z");

  private final FlexpriceClient client;
  private final BillingService service;
  private final Meters meters;
  private final Provisioning provisioning;
  private final EnsuredPlan ensuredPlan;
  private final Enrolment enrolment;
  private final OpeningBalance opening;

  public Billing(FlexpriceClient client, OpeningBalance opening) {
    this.client = client;
    this.service = new BillingService(client);
    this.meters = new Meters(client);
    this.provisioning = new Provisioning(service, meters);
    this.ensuredPlan = new EnsuredPlan(service, meters);
    this.enrolment = new Enrolment(service, meters);
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
    provisioning.provide(measures, events);
  }

  /**
   * Makes meters and one plan with all prices, {@link #ENSURED_PLAN}, where they are missing; no
   * customers.
   */
  public void providePlan(Collection<Measure> measures) {
    ensuredPlan.provide(measures);
  }

  /** What billing has of a customer. */
  public Enrolled enrolled(String customer) {
    return enrolment.of(customer);
  }

  /** All customers and subscriptions of the account. */
  public Population population() {
    return enrolment.population();
  }

  /** What billing has of a measure for a customer, since the topic's first event. */
  public Billed billed(String customer, Measure measure) {
    return switch (total(customer, measure)) {
      case Billed.Total(BigDecimal units) ->
          new Billed.Total(units.subtract(opening.of(customer, measure)));
      case Billed.Untold untold -> untold;
    };
  }

  private Billed total(String customer, Measure measure) {
    Optional<String> notTaken =
        provisioning
            .notTaken(customer, measure.eventName())
            .or(() -> ensuredPlan.notTaken(measure.eventName()));
    if (notTaken.isPresent()) {
      return new Billed.Untold(notTaken.get());
    }
    try {
      return new Billed.Total(service.askAbout(() -> units(customer, measure)));
    } catch (NotTakenException e) {
      return new Billed.Untold(String.valueOf(e.getMessage()));
    }
  }

  private BigDecimal units(String customer, Measure measure) {
    return meters.of(measure).map(meter -> units(customer, meter)).orElse(BigDecimal.ZERO);
  }

  /**
   * With the last second in it. A server whose times end there may take what lies after it for the
   * beginning, and count nothing: then it is asked without that second.
   */
  private BigDecimal units(String customer, MeterHandle meter) {
    BigDecimal all = client.usage(customer, meter, FIRST, LAST.plusSeconds(1)).total();
    return all.signum() != 0 ? all : client.usage(customer, meter, FIRST, LAST).total();
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
        .map(Billed::known)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Override
  public void close() {
    client.close();
  }
}
