package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.CreatePermits;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.sink.http.Credential;
import io.usagecollector.core.sink.http.HttpTransport;
import io.usagecollector.core.sink.http.KeyHeader;
import io.usagecollector.core.sink.openmeter.OpenMeterAddress;
import io.usagecollector.core.sink.openmeter.OpenMeterApi;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Accounts as they are wired, at a server of a test, and what they are asked there. */
final class AccountsAt {
  static final CustomerKey KEY = new CustomerKey("acme:u1");
  static final BillingCustomer CUSTOMER = new BillingCustomer(KEY, "01C");
  static final String PLAN = "default_ppu";
  static final CreatePermits FREE = deadline -> Optional.of(permit(deadline));

  private AccountsAt() {}

  static OpenMeterAccounts of(URI url, OpenMeterDialect dialect) {
    return of(url, dialect, FREE, InstantSource.system(), "kpat_1");
  }

  static OpenMeterAccounts of(
      URI url, OpenMeterDialect dialect, CreatePermits permits, InstantSource clock, String token) {
    String path =
        switch (dialect) {
          case KONNECT_V3 -> "/api/v3/openmeter";
          case OPENMETER_V1 -> "/api/v1";
        };
    return of(url + path, permits, clock, token);
  }

  /** At the address that somebody wrote. */
  static OpenMeterAccounts of(
      String written, CreatePermits permits, InstantSource clock, String token) {
    var transport =
        new HttpTransport(HttpTransport.client(), KeyHeader.bearer(), held(token), new Random(1));
    return new OpenMeterAccounts(
        new OpenMeterApi(OpenMeterAddress.of(written), transport), PLAN, permits, clock);
  }

  static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20), InstantSource.system());
  }

  static EnsureRequest request(Instant firstEvent) {
    return new EnsureRequest(KEY, KEY.value(), Optional.of(firstEvent), false);
  }

  static EnsureFault.Kind kind(Step<?> step) {
    return ((Step.Failed<?>) step).fault().kind();
  }

  static CreatePermits.Permit permit(Deadline deadline) {
    return new CreatePermits.Permit() {
      @Override
      public Deadline deadline() {
        return deadline;
      }

      @Override
      public void close() {
        // Nobody waits for it.
      }
    };
  }

  private static Credential held(String token) {
    return new Credential() {
      @Override
      public CompletableFuture<String> value() {
        return CompletableFuture.completedFuture(token);
      }

      @Override
      public void renew() {
        // There is no other.
      }
    };
  }
}
