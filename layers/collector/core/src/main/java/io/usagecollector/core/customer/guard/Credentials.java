package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureFault.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process knows of its credentials. Where they are refused they are fetched again, once for
 * all who met it, and tried once more; refused still, nobody asks for a while: it concerns every
 * customer, so no customer's item says so. Thread-safe.
 */
final class Credentials {
  private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

  /** Why nobody asks, and until when. */
  private record Closed(EnsureFault fault, Instant until) {}

  private final BillingAccounts accounts;
  private final Duration pause;
  private final InstantSource clock;
  private Optional<Closed> closed = Optional.empty();
  private long renewals;

  Credentials(BillingAccounts accounts, Duration pause, InstantSource clock) {
    this.accounts = accounts;
    this.pause = pause;
    this.clock = clock;
  }

  /** Asks the service, if anybody may. */
  <T> Step<T> ask(Supplier<Step<T>> call) {
    Optional<EnsureFault> refused = refusal();
    if (refused.isPresent()) {
      return new Step.Failed<>(refused.get());
    }
    long used = renewals();
    Step<T> first = call.get();
    if (kind(first).filter(Kind.CREDENTIALS_REFUSED::equals).isEmpty()) {
      return noted(first);
    }
    renewUnlessRenewedSince(used);
    return noted(call.get());
  }

  private static <T> Optional<Kind> kind(Step<T> step) {
    return step instanceof Step.Failed<T>(EnsureFault fault)
        ? Optional.of(fault.kind())
        : Optional.empty();
  }

  private <T> Step<T> noted(Step<T> step) {
    if (step instanceof Step.Failed<T>(EnsureFault fault)
        && fault.kind().remedy() == Remedy.CREDENTIALS) {
      close(fault);
    }
    return step;
  }

  private synchronized long renewals() {
    return renewals;
  }

  private synchronized void renewUnlessRenewedSince(long used) {
    if (renewals == used) {
      accounts.renewCredentials();
      renewals++;
    }
  }

  private synchronized void close(EnsureFault fault) {
    LOG.error(
        "no customer is ensured for {} s: {} ({})",
        pause.toSeconds(),
        fault.detail(),
        fault.kind().code());
    closed = Optional.of(new Closed(fault, clock.instant().plus(pause)));
  }

  private synchronized Optional<EnsureFault> refusal() {
    Instant now = clock.instant();
    return closed
        .filter(one -> one.until().isAfter(now))
        .map(one ->
            new EnsureFault(
                one.fault().kind(),
                one.fault().detail(),
                Optional.of(Duration.between(now, one.until()))));
  }
}
