package io.usagecollector.local.billing.openmeter;

import io.usagecollector.local.billing.Account;
import io.usagecollector.local.billing.Attempts;
import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.local.billing.Billed;
import io.usagecollector.local.billing.BillingService;
import io.usagecollector.local.billing.EnsuredCustomers;
import io.usagecollector.local.billing.Measure;
import io.usagecollector.testkit.openmeter.client.MeterHandle;
import io.usagecollector.testkit.openmeter.client.OpenMeterClient;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An account at OpenMeter: a meter a measure, read by subject. */
public final class OpenMeterAccount implements Account {
  private static final String NO_METER = "usage_collector_is_it_well";

  private final OpenMeterClient client;
  private final BillingService service;
  private final Attempts attempts;
  private final Map<String, String> meters = new HashMap<>();
  private final Set<String> customers = new HashSet<>();

  public OpenMeterAccount(OpenMeterClient client) {
    this.client = client;
    this.service =
        new BillingService(() -> {
          var _ = client.findMeter(NO_METER);
        });
    this.attempts = new Attempts(service);
  }

  /** Makes meters and customers. Usage is metered of whoever it is, subscribed or not. */
  @Override
  public void provision(Collection<Measure> measures, Collection<BillableEvent> events) {
    for (Measure measure : measures) {
      if (!meters.containsKey(MeterKey.of(measure))) {
        attempts.make(meter(measure), () -> makeMeter(measure));
      }
    }
    for (BillableEvent event : events) {
      if (!customers.contains(event.customer())) {
        attempts.make(customer(event.customer()), () -> makeCustomer(event.customer()));
        customers.add(event.customer());
      }
    }
  }

  private void makeMeter(Measure measure) {
    String key = MeterKey.of(measure);
    String id = client.findMeter(key).orElseGet(() -> client.createMeter(draft(measure)).id());
    meters.put(key, id);
  }

  private static MeterHandle.Draft draft(Measure measure) {
    String key = MeterKey.of(measure);
    return measure.counts()
        ? MeterHandle.Draft.count(key, measure.eventName())
        : MeterHandle.Draft.sum(key, measure.eventName(), measure.property());
  }

  private void makeCustomer(String key) {
    if (client.findCustomer(key).isEmpty()) {
      client.createCustomer(key);
    }
  }

  @Override
  public Billed total(String customer, Measure measure) {
    return attempts
        .notTaken(customer(customer))
        .or(() -> attempts.notTaken(meter(measure)))
        .<Billed>map(Billed.Untold::new)
        .orElseGet(() -> service.billed(() -> units(customer, measure)));
  }

  private BigDecimal units(String customer, Measure measure) {
    return Optional.ofNullable(meters.get(MeterKey.of(measure)))
        .map(meter -> client.usage(meter, customer))
        .orElse(BigDecimal.ZERO);
  }

  private static String customer(String key) {
    return "customer " + key;
  }

  private static String meter(Measure measure) {
    return "meter " + measure.key();
  }

  /** Its plans and subscriptions are not read here. */
  @Override
  public Optional<EnsuredCustomers> ensuredCustomers() {
    return Optional.empty();
  }

  @Override
  public void close() {
    client.close();
  }
}
