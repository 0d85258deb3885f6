package io.usagecollector.simulation.customer;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureService;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.simulation.billing.Connection;
import io.usagecollector.simulation.fault.Trouble;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The ensure service of one instance. What is asked of it may be done although it says that it
 * failed; it says that a customer is ready only if the customer is there.
 */
public final class SimulatedEnsure implements EnsureService {
  private static final int USUAL = 20;
  private static final int LONGEST_PAUSE = 60;

  private final Surroundings world;
  private final CustomerAccounts accounts;
  private final Connection connection;
  private final Supplier<Invocation> invocation;
  private final Set<CustomerKey> cache = new HashSet<>();

  /**
   * @param invocation the one that asks now
   */
  public SimulatedEnsure(
      Surroundings world,
      CustomerAccounts accounts,
      Connection connection,
      Supplier<Invocation> invocation) {
    this.world = world;
    this.accounts = accounts;
    this.connection = connection;
    this.invocation = invocation;
  }

  @Override
  public Map<CustomerKey, Ensured> ready(Collection<CustomerKey> keys, Deadline deadline) {
    if (!cache.containsAll(keys)) {
      take(deadline);
      if (!isIn(Trouble.TABLE_AWAY)) {
        keys.stream().filter(accounts::knows).forEach(cache::add);
      }
    }
    Map<CustomerKey, Ensured> ready = new HashMap<>();
    keys.stream().filter(cache::contains).forEach(key -> ready.put(key, ensured(key)));
    return ready;
  }

  @Override
  public EnsureAnswer ensure(EnsureRequest request, Deadline deadline) {
    if (request.fresh()) {
      cache.remove(request.key());
    }
    Optional<EnsureFault> fault =
        connection.effect("ensure a customer", () -> asked(request, deadline));
    if (fault.isPresent()) {
      return new EnsureAnswer.Failed(fault.get());
    }
    cache.add(request.key());
    return new EnsureAnswer.Ready(ensured(request.key()));
  }

  private Optional<EnsureFault> asked(EnsureRequest request, Deadline deadline) {
    world.tell(new Happening.CustomerAsked(world.now(), invocation.get(), request.key().value()));
    take(deadline);
    Optional<EnsureFault> trouble = troubled();
    if (trouble.isPresent()) {
      return trouble;
    }
    if (deadline.isOver()) {
      return Optional.of(new EnsureFault(Kind.UNKNOWN_OUTCOME, "its time was up"));
    }
    boolean fails = world.happens(world.faults().notEnsured());
    if (!fails || world.random().nextBoolean()) {
      accounts.make(invocation.get(), request.key(), request.firstEvent());
    }
    return fails ? Optional.of(byLot()) : Optional.empty();
  }

  private Optional<EnsureFault> troubled() {
    if (isIn(Trouble.TABLE_AWAY)) {
      return Optional.of(new EnsureFault(Kind.GUARD_AWAY, "the table is away"));
    }
    if (isIn(Trouble.PROVISIONING_REFUSED)) {
      return Optional.of(new EnsureFault(Kind.CREDENTIALS_REFUSED, "401"));
    }
    if (isIn(Trouble.NO_PLAN)) {
      return Optional.of(new EnsureFault(Kind.PLAN_NOT_FOUND, "no such plan", pause()));
    }
    return isIn(Trouble.ACCOUNTS_AWAY)
        ? Optional.of(new EnsureFault(Kind.UNREACHABLE, "no connection"))
        : Optional.empty();
  }

  private EnsureFault byLot() {
    return switch (world.random().nextInt(4)) {
      case 0 -> new EnsureFault(Kind.THROTTLED, "429", pause());
      case 1 -> new EnsureFault(Kind.BUSY, "another is at it", pause());
      case 2 -> new EnsureFault(Kind.UNREACHABLE, "no connection", pause());
      default -> new EnsureFault(Kind.UNKNOWN_OUTCOME, "500", pause());
    };
  }

  private Optional<Duration> pause() {
    return Optional.of(Duration.ofSeconds(world.random().nextInt(1, LONGEST_PAUSE)));
  }

  private boolean isIn(Trouble trouble) {
    return world.weather().has(trouble, world.now());
  }

  private void take(Deadline deadline) {
    long left = Math.max(1, deadline.left().toMillis());
    long time =
        world.happens(world.faults().slowEnsure())
            ? left * world.random().nextLong(50, 101) / 100
            : Math.min(left, world.random().nextLong(1, USUAL));
    connection.waitUntil(world.now() + time);
  }

  private static Ensured ensured(CustomerKey key) {
    return new Ensured(new BillingCustomer(key, "id"), Optional.empty(), Ensured.Created.NOTHING);
  }
}
