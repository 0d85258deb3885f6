package io.usagecollector.aws.assembly;

import io.usagecollector.aws.assembly.EnsureSettings.DefaultPlan;
import io.usagecollector.aws.assembly.EnsureSettings.Wanted;
import io.usagecollector.aws.secret.CachedSecrets;
import io.usagecollector.aws.secret.ConfiguredApiKey;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.CreatePermits;
import io.usagecollector.core.customer.Sleeper;
import io.usagecollector.core.customer.flexprice.FlexpriceAccounts;
import io.usagecollector.core.customer.flexprice.Pace;
import io.usagecollector.core.customer.openmeter.OpenMeterAccounts;
import io.usagecollector.core.sink.flexprice.FlexpriceAddress;
import io.usagecollector.core.sink.flexprice.FlexpriceApi;
import io.usagecollector.core.sink.http.HttpTransport;
import io.usagecollector.core.sink.http.KeyHeader;
import io.usagecollector.core.sink.openmeter.OpenMeterApi;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Customers and subscriptions at the billing service that a configuration's output names.
 *
 * @param random thread-safe
 */
record ConfiguredAccounts(
    EnsureSettings settings,
    CachedSecrets secrets,
    InstantSource clock,
    Sleeper sleeper,
    RandomGenerator random) {

  /** Whether the service lets a customer have two subscriptions, and bills both. */
  static boolean needGuard(Output output) {
    return switch (output) {
      case Output.Flexprice _ -> true;
      case Output.OpenMeter _ -> false;
    };
  }

  /**
   * Those of an output.
   *
   * @param permits for a service that bears only few creations at once
   */
  BillingAccounts of(Output output, CreatePermits permits) {
    return switch (output) {
      case Output.Flexprice flexprice -> flexprice(flexprice);
      case Output.OpenMeter meter ->
          new OpenMeterAccounts(
              new OpenMeterApi(meter.address(), transport(meter)),
              plan().map(DefaultPlan::key).orElse(""),
              permits,
              clock);
    };
  }

  private BillingAccounts flexprice(Output.Flexprice flexprice) {
    var api =
        new FlexpriceApi(
            new FlexpriceAddress(flexprice.baseUrl(), flexprice.environmentId()),
            HttpTransport.client(),
            new ConfiguredApiKey(
                settings.provisioningKey().orElse(flexprice.apiKey()), secrets, clock),
            random);
    return new FlexpriceAccounts(
        api, plan().map(ConfiguredAccounts::flexprice), Pace.USUAL, clock, sleeper, random);
  }

  /** A server that wants no key for events may want one for customers. */
  private HttpTransport transport(Output.OpenMeter meter) {
    return settings
        .provisioningKey()
        .or(meter::token)
        .map(token ->
            new HttpTransport(
                HttpTransport.client(),
                KeyHeader.bearer(),
                new ConfiguredApiKey(token, secrets, clock),
                random))
        .orElseGet(() -> HttpTransport.withoutKey(HttpTransport.client(), random));
  }

  private Optional<DefaultPlan> plan() {
    return switch (settings.wanted()) {
      case Wanted.Nothing _, Wanted.Customers _ -> Optional.empty();
      case Wanted.Subscriptions(DefaultPlan plan) -> Optional.of(plan);
    };
  }

  private static io.usagecollector.core.customer.flexprice.DefaultPlan flexprice(DefaultPlan plan) {
    return new io.usagecollector.core.customer.flexprice.DefaultPlan(
        plan.key(), plan.currency(), plan.billingPeriod().map(BillingPeriod::name));
  }
}
