package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.provision.Document;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest active version of the default plan, kept for five minutes, and longer while the
 * service cannot tell. Asked for by one at a time. Thread-safe.
 */
final class ActivePlans {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Known NOTHING = new Known(Optional.empty(), Instant.MIN);
  private static final Logger LOG = LoggerFactory.getLogger(ActivePlans.class);

  private record Known(Optional<ActivePlan> plan, Instant until) {}

  private final String key;
  private final Dialect dialect;
  private final Listing listing;
  private final InstantSource clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Known known = NOTHING;

  ActivePlans(String key, Dialect dialect, Listing listing, InstantSource clock) {
    this.key = key;
    this.dialect = dialect;
    this.listing = listing;
    this.clock = clock;
  }

  Lookup<ActivePlan> latest(Deadline deadline) {
    Optional<ActivePlan> fresh = fresh();
    return fresh.isPresent() ? new Lookup.There<>(fresh.get()) : inTurn(deadline);
  }

  /** What the service would not take, whatever it says of it next, is not known any more. */
  void forget(ActivePlan refused) {
    if (known.plan().filter(refused::equals).isPresent()) {
      known = NOTHING;
    }
  }

  private Optional<ActivePlan> fresh() {
    Known now = known;
    return clock.instant().isBefore(now.until()) ? now.plan() : Optional.empty();
  }

  private Lookup<ActivePlan> inTurn(Deadline deadline) {
    try {
      if (!asking.tryLock(Math.max(0, deadline.left().toNanos()), TimeUnit.NANOSECONDS)) {
        return busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return busy();
    }
    try {
      Optional<ActivePlan> meanwhile = fresh();
      return meanwhile.isPresent() ? new Lookup.There<>(meanwhile.get()) : ask(deadline);
    } finally {
      asking.unlock();
    }
  }

  private static Lookup<ActivePlan> busy() {
    return new Lookup.Failed<>(
        new EnsureFault(Kind.BUSY, "look for the plan: others ask, and the time is up"));
  }

  private Lookup<ActivePlan> ask(Deadline deadline) {
    return switch (listing.all(dialect.plansOfKey(key), this::active, deadline)) {
      case Lookup.There<List<ActivePlan>>(var plans) -> keep(plans);
      case Lookup.Nowhere<List<ActivePlan>> _, Lookup.Gone<List<ActivePlan>> _ -> keep(List.of());
      case Lookup.Failed<List<ActivePlan>>(EnsureFault fault) -> stale(fault);
    };
  }

  private Lookup<ActivePlan> keep(List<ActivePlan> plans) {
    Optional<ActivePlan> latest = plans.stream().max(Comparator.comparingLong(ActivePlan::version));
    known = latest.isPresent() ? new Known(latest, clock.instant().plus(KEPT)) : NOTHING;
    return latest.<Lookup<ActivePlan>>map(Lookup.There::new).orElseGet(Lookup.Nowhere::new);
  }

  private Lookup<ActivePlan> stale(EnsureFault fault) {
    Optional<ActivePlan> old = known.plan();
    old.ifPresent(plan ->
        LOG.warn("Going on with version {} of the plan: {}", plan.version(), fault.detail()));
    return old.<Lookup<ActivePlan>>map(Lookup.There::new)
        .orElseGet(() -> new Lookup.Failed<>(fault));
  }

  private Optional<ActivePlan> active(Document item) {
    boolean usable =
        item.text("key").filter(key::equals).isPresent()
            && item.text("status").filter("active"::equals).isPresent()
            && item.text(dialect.names().deletedAt()).isEmpty();
    return usable ? plan(item) : Optional.empty();
  }

  private Optional<ActivePlan> plan(Document item) {
    return item.text("id")
        .flatMap(id ->
            item.text("version")
                .flatMap(ActivePlans::number)
                .map(version -> new ActivePlan(id, key, version)));
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
