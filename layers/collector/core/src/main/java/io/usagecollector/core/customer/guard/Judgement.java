package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.customer.guard.EnsureItem.Pause;
import io.usagecollector.core.customer.guard.EnsureState.CustomerReady;
import io.usagecollector.core.customer.guard.EnsureState.FailedConfig;
import io.usagecollector.core.customer.guard.EnsureState.Pending;
import io.usagecollector.core.customer.guard.EnsureState.Ready;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a caller does about an item as it stands. */
sealed interface Judgement {
  /** Nothing: it says the answer. */
  record Answered(EnsureAnswer answer) implements Judgement {}

  /** Wait: another is at it. */
  record Held(Instant until) implements Judgement {}

  /** Take it. */
  record Free() implements Judgement {}

  /**
   * Judges.
   *
   * @param asked when the caller came: what was verified since then is fresh
   */
  static Judgement of(
      EnsureItem item, EnsureRequest request, EnsureScope scope, Instant asked, Instant now) {
    if (item.state() instanceof Ready ready && satisfies(ready, request, scope, asked, now)) {
      return new Answered(new EnsureAnswer.Ready(ensured(request, ready)));
    }
    if (item.state() instanceof FailedConfig failed && failed.nextAttemptAt().isAfter(now)) {
      return failed(failed.why(), "the service refused it before", now, failed.nextAttemptAt());
    }
    if (item.isHeldAt(now)) {
      return new Held(item.lease().orElseThrow().until());
    }
    return item.pause()
        .filter(pause -> pause.until().isAfter(now))
        .map(pause -> paused(pause, now))
        .orElseGet(Free::new);
  }

  /** The state in which one who takes the item goes on. */
  static EnsureState taking(
      EnsureState state, EnsureRequest request, EnsureScope scope, Instant now) {
    return switch (state) {
      case Pending(Wish wish) -> new Pending(wish.and(request));
      case CustomerReady(Wish wish, String id) -> new CustomerReady(wish.and(request), id);
      case FailedConfig failed -> {
        Wish wish = failed.wish().since(now).and(request);
        yield failed
            .customerId()
            .<EnsureState>map(id -> new CustomerReady(wish, id))
            .orElseGet(() -> new Pending(wish));
      }
      case Ready ready ->
          covers(ready, scope)
              ? ready
              : new CustomerReady(Wish.of(request, now), ready.customerId());
    };
  }

  /** What many at once are answered of: what needs no look at the service. */
  static Optional<Ensured> known(
      EnsureItem item, EnsureRequest request, EnsureScope scope, Instant now) {
    return item.state() instanceof Ready ready && satisfies(ready, request, scope, now, now)
        ? Optional.of(ensured(request, ready))
        : Optional.empty();
  }

  private static boolean satisfies(
      Ready ready, EnsureRequest request, EnsureScope scope, Instant asked, Instant now) {
    return covers(ready, scope)
        && (request.fresh()
            ? !ready.verifiedAt().isBefore(asked)
            : ready.verifyAfter().isAfter(now));
  }

  private static boolean covers(Ready ready, EnsureScope scope) {
    return switch (scope) {
      case CUSTOMER -> true;
      case SUBSCRIPTION -> ready.subscription().isPresent();
    };
  }

  private static Ensured ensured(EnsureRequest request, Ready ready) {
    return new Ensured(
        new BillingCustomer(request.key(), ready.customerId()),
        ready.subscription(),
        Ensured.Created.NOTHING);
  }

  private static Judgement paused(Pause pause, Instant now) {
    return failed(pause.why(), "the service asked for a pause", now, pause.until());
  }

  private static Judgement failed(EnsureFault.Kind why, String detail, Instant now, Instant until) {
    return new Answered(
        new EnsureAnswer.Failed(
            new EnsureFault(why, detail, Optional.of(Duration.between(now, until)))));
  }
}
