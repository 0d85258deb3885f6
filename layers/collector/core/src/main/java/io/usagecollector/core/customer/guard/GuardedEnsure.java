package io.usagecollector.core.customer.guard;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.CreatePermits;
import io.usagecollector.core.customer.CreatePermits.Permit;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.EnsureService;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.customer.LocalPermits;
import io.usagecollector.core.customer.Polling;
import io.usagecollector.core.customer.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ensures customers with an item each that all callers share. One for a process; thread-safe.
 *
 * <p>Where the items are away it goes on without them if the service itself lets a customer have
 * one subscription only, or none is wanted; else it waits for them.
 */
public final class GuardedEnsure implements EnsureService {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedEnsure.class);

  private final BillingAccounts accounts;
  private final EnsureItems items;
  private final EnsureScope scope;
  private final Steps steps;
  private final Leases leases;
  private final GuardPolicy policy;
  private final ReadyCache cache;
  private final CreatePermits unguarded;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final RandomGenerator random;

  /**
   * @param scope what is ensured for everyone
   * @param random thread-safe
   * @param owners a name for each time that somebody takes a customer, never the same twice,
   *     whatever the process
   */
  public GuardedEnsure(
      BillingAccounts accounts,
      EnsureItems items,
      EnsureScope scope,
      GuardPolicy policy,
      InstantSource clock,
      Sleeper sleeper,
      RandomGenerator random,
      Supplier<String> owners) {
    this.accounts = accounts;
    this.items = new RestedItems(items, policy.rest(), clock);
    this.scope = scope;
    this.policy = policy;
    this.leases = new Leases(policy, clock, random, owners);
    this.steps = new Steps(accounts, new Credentials(accounts, policy.credentials(), clock), scope);
    this.cache = new ReadyCache(policy.mostCached());
    this.unguarded = new LocalPermits(policy.mostUnguarded(), sleeper, random);
    this.clock = clock;
    this.sleeper = sleeper;
    this.random = random;
  }

  @Override
  public EnsureAnswer ensure(EnsureRequest request, Deadline deadline) {
    Instant asked = clock.instant();
    if (request.fresh()) {
      cache.forget(request.key());
    }
    Optional<Ensured> cached = cache.get(request.key(), asked);
    return cached.isPresent()
        ? new EnsureAnswer.Ready(cached.get())
        : remembered(looked(request, asked, deadline));
  }

  private EnsureAnswer looked(EnsureRequest request, Instant asked, Deadline deadline) {
    var polling = new Polling(sleeper, random);
    try {
      while (true) {
        Optional<EnsureItem> item = items.read(request.key());
        switch (judged(item, request, asked)) {
          case Judgement.Answered(EnsureAnswer answer) -> {
            return answer;
          }
          case Judgement.Held(Instant until) -> {
            if (!polling.again(deadline)) {
              return busy(until);
            }
          }
          case Judgement.Free _ -> {
            Optional<EnsureAnswer> answer = taken(item, request, deadline);
            if (answer.isPresent()) {
              return answer.get();
            }
          }
        }
      }
    } catch (ItemsAwayException e) {
      return withoutItems(request, deadline, e);
    }
  }

  private Judgement judged(Optional<EnsureItem> item, EnsureRequest request, Instant asked) {
    return item.map(one -> Judgement.of(one, request, scope, asked, clock.instant()))
        .orElseGet(Judgement.Free::new);
  }

  /** Nothing if another was first, or took over: then the item says what came of it. */
  private Optional<EnsureAnswer> taken(
      Optional<EnsureItem> seen, EnsureRequest request, Deadline deadline)
      throws ItemsAwayException {
    Instant began = clock.instant();
    Optional<EnsureItem.Lease> lease = leases.begin(deadline);
    if (lease.isEmpty()) {
      return Optional.of(busy(began));
    }
    EnsureItem taken =
        seen.map(item ->
                item.taken(Judgement.taking(item.state(), request, scope, began), lease.get()))
            .orElseGet(() -> EnsureItem.first(request, lease.get(), began));
    return switch (items.take(request.key(), seen, taken)) {
      case EnsureItems.Write.Beaten _ -> Optional.empty();
      case EnsureItems.Write.Done _ -> {
        var holding = new Holding(items, leases, request, deadline, taken, began);
        yield holding.leave(steps.take(holding.request(), holding.known(), holding));
      }
    };
  }

  private EnsureAnswer withoutItems(
      EnsureRequest request, Deadline deadline, ItemsAwayException why) {
    if (scope == EnsureScope.SUBSCRIPTION && !accounts.guardsSubscriptions()) {
      return new EnsureAnswer.Failed(
          new EnsureFault(Kind.GUARD_AWAY, why.why(), Optional.of(policy.rest())));
    }
    LOG.warn("a customer is ensured without the others' knowledge: {}", why.why());
    Optional<Permit> permit = unguarded.acquire(deadline);
    if (permit.isEmpty()) {
      return busy(clock.instant());
    }
    try (Permit held = permit.get()) {
      Deadline work = held.deadline().within(policy.lease());
      return switch (steps.take(request, Optional.empty(), new Progress.Unwritten(work))) {
        case Steps.End.There(Ensured ensured) -> new EnsureAnswer.Ready(ensured);
        case Steps.End.Failed(EnsureFault fault) -> new EnsureAnswer.Failed(fault);
        case Steps.End.Lost _ -> busy(clock.instant());
      };
    }
  }

  private EnsureAnswer remembered(EnsureAnswer answer) {
    if (answer instanceof EnsureAnswer.Ready(Ensured ensured)) {
      remember(ensured);
    }
    return answer;
  }

  private void remember(Ensured ensured) {
    cache.put(ensured, clock.instant().plus(policy.cached()));
  }

  private EnsureAnswer busy(Instant until) {
    Duration left = Duration.between(clock.instant(), until);
    return new EnsureAnswer.Failed(
        new EnsureFault(
            Kind.BUSY,
            "the customer was not ready in the time that the call had",
            Optional.of(left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left)));
  }

  @Override
  public Map<CustomerKey, Ensured> ready(Collection<CustomerKey> keys, Deadline deadline) {
    Instant now = clock.instant();
    var ready = new HashMap<CustomerKey, Ensured>();
    Set<CustomerKey> others = new HashSet<>();
    for (CustomerKey key : keys) {
      cache
          .get(key, now)
          .ifPresentOrElse(ensured -> ready.put(key, ensured), () -> others.add(key));
    }
    if (others.isEmpty()) {
      return ready;
    }
    try {
      items
          .read(others, deadline)
          .forEach((key, item) ->
              Judgement.known(item, EnsureRequest.of(key), scope, now)
                  .ifPresent(ensured -> {
                    remember(ensured);
                    ready.put(key, ensured);
                  }));
    } catch (ItemsAwayException e) {
      LOG.warn("who is ready is not known of {} customers: {}", others.size(), e.why());
    }
    return ready;
  }
}
