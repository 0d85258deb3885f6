package io.usagecollector.local.billing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * What an account has billed of this topic: all it has, without what it had before. While the
 * service is away, every method throws {@link BillingAwayException}.
 */
public final class Billing implements AutoCloseable {
  /** The lookup key of the plan for customers whom others make. */
  public static final String ENSURED_PLAN = "usage-collector";

  private final Account account;
  private final OpeningBalance opening;

  public Billing(Account account, OpeningBalance opening) {
    this.account = account;
    this.opening = opening;
  }

  /** Notes what the account has of these so far: before the first of the events is sent. */
  public void open(Collection<Measure> measures, Collection<BillableEvent> events) {
    for (BillableEvent event : events) {
      for (Measure measure : measures) {
        if (measure.eventName().equals(event.name())) {
          String customer = event.customer();
          opening.take(customer, measure, () -> account.total(customer, measure));
        }
      }
    }
  }

  /** Makes what these need to be billed, where it is missing. */
  public void provision(Collection<Measure> measures, Collection<BillableEvent> events) {
    account.provision(measures, events);
  }

  /**
   * Makes meters and one plan with all prices, {@link #ENSURED_PLAN}, where they are missing; no
   * customers.
   */
  public void providePlan(Collection<Measure> measures) {
    ensured().providePlan(measures);
  }

  /** What billing has of a customer. */
  public Enrolled enrolled(String customer) {
    return ensured().enrolled(customer);
  }

  /** All customers and subscriptions of the account. */
  public Population population() {
    return ensured().population();
  }

  private EnsuredCustomers ensured() {
    return account
        .ensuredCustomers()
        .orElseThrow(() -> new IllegalStateException("nobody else makes customers there"));
  }

  /** What billing has of a measure for a customer, since the topic's first event. */
  public Billed billed(String customer, Measure measure) {
    return switch (account.total(customer, measure)) {
      case Billed.Total(BigDecimal units) ->
          new Billed.Total(units.subtract(opening.of(customer, measure)));
      case Billed.Untold untold -> untold;
    };
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
    account.close();
  }
}
