package io.usagecollector.local.billing.flexprice;

import io.usagecollector.local.billing.Account;
import io.usagecollector.local.billing.Attempts;
import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.local.billing.Billed;
import io.usagecollector.local.billing.BillingService;
import io.usagecollector.local.billing.Enrolled;
import io.usagecollector.local.billing.EnsuredCustomers;
import io.usagecollector.local.billing.Measure;
import io.usagecollector.local.billing.Population;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** An account at Flexprice. */
public final class FlexpriceAccount implements Account, EnsuredCustomers {
  private static final String NO_PLAN = "usage-collector is it well";
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

  /** The last second that the service can bill: a window ends before its end. */
  private static final Instant LAST = Instant.parse("2106-02-07T06:28:15Z");

  private final FlexpriceClient client;
  private final BillingService service;
  private final Meters meters;
  private final Provisioning provisioning;
  private final EnsuredPlan ensuredPlan;
  private final Enrolment enrolment;

  public FlexpriceAccount(FlexpriceClient client) {
    this.client = client;
    this.service =
        new BillingService(() -> {
          var _ = client.findPlan(NO_PLAN);
        });
    this.meters = new Meters(client);
    this.provisioning = new Provisioning(client, meters, new Attempts(service));
    this.ensuredPlan = new EnsuredPlan(client, meters, new Attempts(service));
    this.enrolment = new Enrolment(client, service, meters);
  }

  /** Makes meters, a plan an event name, customers and subscriptions. */
  @Override
  public void provision(Collection<Measure> measures, Collection<BillableEvent> events) {
    provisioning.provide(measures, events);
  }

  @Override
  public Billed total(String customer, Measure measure) {
    return provisioning
        .notTaken(customer, measure.eventName())
        .or(() -> ensuredPlan.notTaken(measure.eventName()))
        .<Billed>map(Billed.Untold::new)
        .orElseGet(() -> service.billed(() -> units(customer, measure)));
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

  @Override
  public Optional<EnsuredCustomers> ensuredCustomers() {
    return Optional.of(this);
  }

  @Override
  public void providePlan(Collection<Measure> measures) {
    ensuredPlan.provide(measures);
  }

  @Override
  public Enrolled enrolled(String customer) {
    return enrolment.of(customer);
  }

  @Override
  public Population population() {
    return enrolment.population();
  }

  @Override
  public void close() {
    client.close();
  }
}
