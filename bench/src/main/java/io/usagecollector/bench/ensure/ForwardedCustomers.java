package io.usagecollector.bench.ensure;

import io.usagecollector.core.admission.EnsuringCustomers;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.flexprice.FlexpriceAccounts;
import io.usagecollector.core.customer.flexprice.Pace;
import io.usagecollector.core.customer.guard.GuardPolicy;
import io.usagecollector.core.customer.guard.GuardedEnsure;
import io.usagecollector.core.delivery.admission.Admission;
import io.usagecollector.core.delivery.admission.Applicant;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.flexprice.FlexpriceAddress;
import io.usagecollector.core.sink.flexprice.FlexpriceApi;
import io.usagecollector.core.sink.http.Credential;
import io.usagecollector.core.sink.http.HttpTransport;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * What ensuring costs delivery in requests, for 10,000 events in batches of 1,000: for customers
 * that are new, for ones that are there and an instance that has just started, and for an instance
 * that knows them. The table is counted in memory, the billing service is the stand-in.
 */
public final class ForwardedCustomers {
  private static final int BATCHES = 10;
  private static final int EVENTS_A_BATCH = 1_000;
  private static final int CUSTOMERS = 50;
  private static final Duration PLENTY = Duration.ofSeconds(30);

  private final FlexpriceStandIn billing;
  private final CountedItems items = new CountedItems();

  private ForwardedCustomers(FlexpriceStandIn billing) {
    this.billing = billing;
  }

  /** Runs it. */
  public static void main(String[] args) {
    try (var billing = FlexpriceStandIn.start(new StandInOptions().plainHttp())) {
      var bench = new ForwardedCustomers(billing);
      System.err.printf(
          "requests for %,d events of %d customers, in batches of %,d; events themselves aside%n",
          BATCHES * EVENTS_A_BATCH, CUSTOMERS, EVENTS_A_BATCH);
      System.err.printf("  %-44s %8s %8s%n", "", "billing", "table");
      bench.measured("customers that are new", bench.instance());
      EnsuringCustomers started = bench.instance();
      bench.measured("customers that are there, a new instance", started);
      bench.measured("the same instance again", started);
    }
  }

  private EnsuringCustomers instance() {
    var clock = InstantSource.system();
    var random = new SecureRandom();
    var api =
        new FlexpriceApi(
            new FlexpriceAddress(billing.url(), Optional.empty()),
            HttpTransport.client(),
            new Key(billing.apiKey()),
            random);
    var accounts =
        new FlexpriceAccounts(api, Optional.empty(), Pace.USUAL, clock, Thread::sleep, random);
    return new EnsuringCustomers(
        new GuardedEnsure(
            accounts,
            items,
            EnsureScope.CUSTOMER,
            GuardPolicy.USUAL,
            clock,
            Thread::sleep,
            random,
            () -> UUID.randomUUID().toString()),
        clock);
  }

  private void measured(String what, EnsuringCustomers customers) {
    long asked = billing.requests().count();
    long read = items.requests();
    for (int batch = 0; batch < BATCHES; batch++) {
      boolean all =
          customers.admit(applicants(), PLENTY).values().stream()
              .allMatch(Admission.Admitted.class::isInstance);
      if (!all) {
        throw new IllegalStateException("a customer was not let in");
      }
    }
    System.err.printf(
        "  %-44s %8d %8d%n", what, billing.requests().count() - asked, items.requests() - read);
  }

  private static List<Applicant> applicants() {
    return IntStream.range(0, CUSTOMERS).mapToObj(ForwardedCustomers::applicant).toList();
  }

  private static Applicant applicant(int number) {
    String name = "customer-" + number;
    var event = new UsageEvent("id", "2026-01-01T00:00:00Z", name, "call", new byte[0]);
    return new Applicant(name, Collections.nCopies(EVENTS_A_BATCH / CUSTOMERS, event));
  }

  private record Key(String text) implements Credential {
    @Override
    public CompletableFuture<String> value() {
      return CompletableFuture.completedFuture(text);
    }

    @Override
    public void renew() {}
  }
}
