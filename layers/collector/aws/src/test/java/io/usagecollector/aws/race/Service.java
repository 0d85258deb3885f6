package io.usagecollector.aws.race;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.CreatePermits;
import io.usagecollector.core.customer.flexprice.DefaultPlan;
import io.usagecollector.core.customer.flexprice.FlexpriceAccounts;
import io.usagecollector.core.customer.flexprice.Pace;
import io.usagecollector.core.customer.openmeter.OpenMeterAccounts;
import io.usagecollector.core.sink.flexprice.FlexpriceAddress;
import io.usagecollector.core.sink.flexprice.FlexpriceApi;
import io.usagecollector.core.sink.http.Credential;
import io.usagecollector.core.sink.http.HttpTransport;
import io.usagecollector.core.sink.http.KeyHeader;
import io.usagecollector.core.sink.openmeter.OpenMeterAddress;
import io.usagecollector.core.sink.openmeter.OpenMeterApi;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** The billing services, as a process of the race calls them. */
enum Service {
  FLEXPRICE {
    @Override
    BillingAccounts accounts(
        String url, String key, CreatePermits permits, RandomGenerator random) {
      var address = new FlexpriceAddress(URI.create(url), Optional.empty());
      return new FlexpriceAccounts(
          new FlexpriceApi(address, HttpTransport.client(), held(key), random),
          Optional.of(DefaultPlan.of(PLAN)),
          Pace.USUAL,
          InstantSource.system(),
          Thread::sleep,
          random);
    }
  },
  OPENMETER {
    @Override
    BillingAccounts accounts(
        String url, String key, CreatePermits permits, RandomGenerator random) {
      var transport =
          new HttpTransport(HttpTransport.client(), KeyHeader.bearer(), held(key), random);
      var api = new OpenMeterApi(OpenMeterAddress.of(url), transport);
      return new OpenMeterAccounts(api, PLAN, permits, InstantSource.system());
    }
  };

  static final String PLAN = "pro";

  abstract BillingAccounts accounts(
      String url, String key, CreatePermits permits, RandomGenerator random);

  static Credential held(String key) {
    return new Credential() {
      @Override
      public CompletableFuture<String> value() {
        return CompletableFuture.completedFuture(key);
      }

      @Override
      public void renew() {
        throw new IllegalStateException("nothing else is accepted");
      }
    };
  }
}
