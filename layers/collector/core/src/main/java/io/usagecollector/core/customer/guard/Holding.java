package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.customer.guard.EnsureItem.Lease;
import io.usagecollector.core.customer.guard.EnsureItem.Pause;
import io.usagecollector.core.customer.guard.EnsureState.CustomerReady;
import io.usagecollector.core.customer.guard.EnsureState.FailedConfig;
import io.usagecollector.core.customer.guard.EnsureState.Pending;
import io.usagecollector.core.customer.guard.EnsureState.Ready;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One caller's hold on a customer, from taking to leaving. Of one thread. */
final class Holding implements Progress {
  private static final Logger LOG = LoggerFactory.getLogger(Holding.class);

  /** Of one that is asked for without a word of how long. */
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

  private final EnsureItems items;
  private final Leases leases;
  private final EnsureRequest request;
  private final Deadline callers;
  private final Instant began;
  private EnsureItem held;

  /**
   * @param held as it was taken
   * @param began when the item was looked at
   */
  Holding(
      EnsureItems items,
      Leases leases,
      EnsureRequest request,
      Deadline callers,
      EnsureItem held,
      Instant began) {
    this.items = items;
    this.leases = leases;
    this.request = request;
    this.callers = callers;
    this.held = held;
    this.began = began;
  }

  /** With what others knew of the customer as well. */
  EnsureRequest request() {
    return held.state()
        .wanted()
        .map(wish -> wish.request(request.key(), request.fresh()))
        .orElse(request);
  }

  /** The customer, where an earlier call has come so far. */
  Optional<BillingCustomer> known() {
    return held.state() instanceof CustomerReady(Wish _, String id) && !request.fresh()
        ? Optional.of(new BillingCustomer(request.key(), id))
        : Optional.empty();
  }

  @Override
  public Deadline deadline() {
    return leases.work(lease());
  }

  /** One who is looked at again is left as they were, for the others. */
  @Override
  public boolean customerIsThere(BillingCustomer customer) {
    return customerId().filter(customer.id()::equals).isPresent()
        || checkpoint(new CustomerReady(wish(), customer.id()));
  }

  @Override
  public boolean customerIsGone() {
    return checkpoint(new Pending(wish()));
  }

  /**
   * Leaves the customer.
   *
   * @return nothing if another was at it by then, who knows better
   */
  Optional<EnsureAnswer> leave(Steps.End end) {
    return switch (end) {
      case Steps.End.There(Ensured ensured) ->
          leave(held.released(ready(ensured), Optional.empty()), new EnsureAnswer.Ready(ensured));
      case Steps.End.Failed(EnsureFault fault) -> failed(fault);
      case Steps.End.Lost _ -> Optional.empty();
    };
  }

  private Optional<EnsureAnswer> failed(EnsureFault fault) {
    return switch (fault.kind().remedy()) {
      case CONFIGURE -> {
        Duration backoff = leases.policy().refused();
        yield leave(
            held.released(refused(fault, leases.now().plus(backoff)), Optional.empty()),
            new EnsureAnswer.Failed(after(fault, backoff)));
      }
      case WAIT -> {
        Optional<Duration> pause = pause(fault);
        yield leave(
            held.released(
                held.state(), pause.map(time -> new Pause(fault.kind(), leases.now().plus(time)))),
            new EnsureAnswer.Failed(pause.map(time -> after(fault, time)).orElse(fault)));
      }
      case CREDENTIALS ->
          leave(held.released(held.state(), Optional.empty()), new EnsureAnswer.Failed(fault));
    };
  }

  private Optional<Duration> pause(EnsureFault fault) {
    Optional<Duration> asked =
        fault.kind() == Kind.THROTTLED
            ? fault.retryAfter().or(() -> Optional.of(USUAL_PAUSE))
            : fault.retryAfter();
    Duration longest = leases.policy().longestPause();
    return asked.map(time -> time.compareTo(longest) < 0 ? time : longest);
  }

  private static EnsureFault after(EnsureFault fault, Duration time) {
    return new EnsureFault(fault.kind(), fault.detail(), Optional.of(time));
  }

  private Ready ready(Ensured ensured) {
    return new Ready(ensured.customer().id(), ensured.subscription(), began, leases.verifyAfter());
  }

  private FailedConfig refused(EnsureFault fault, Instant nextAttemptAt) {
    return new FailedConfig(wish().since(nextAttemptAt), customerId(), fault.kind(), nextAttemptAt);
  }

  private Optional<String> customerId() {
    return switch (held.state()) {
      case CustomerReady(Wish _, String id) -> Optional.of(id);
      case Ready ready -> Optional.of(ready.customerId());
      case FailedConfig failed -> failed.customerId();
      case Pending _ -> Optional.empty();
    };
  }

  private Wish wish() {
    return held.state().wanted().orElseGet(() -> Wish.of(request, leases.now()));
  }

  private Lease lease() {
    return held.lease().orElseThrow();
  }

  private boolean checkpoint(EnsureState next) {
    EnsureItem further = held.checkpoint(next, leases.longer(lease(), callers));
    try {
      return switch (items.write(request.key(), held, further)) {
        case EnsureItems.Write.Done _ -> {
          held = further;
          yield true;
        }
        case EnsureItems.Write.Beaten _ -> false;
      };
    } catch (ItemsAwayException e) {
      LOG.warn("how far a customer has come is not written down: {}", e.why());
      held = held.checkpoint(next, lease());
      return true;
    }
  }

  /** What is not written down the lease's end and the next caller make good. */
  private Optional<EnsureAnswer> leave(EnsureItem left, EnsureAnswer answer) {
    try {
      return switch (items.write(request.key(), held, left)) {
        case EnsureItems.Write.Done _ -> Optional.of(answer);
        case EnsureItems.Write.Beaten _ -> Optional.empty();
      };
    } catch (ItemsAwayException e) {
      LOG.warn("what came of a customer is not written down: {}", e.why());
      return Optional.of(answer);
    }
  }
}
