package io.usagecollector.simulation.ensure;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A billing service's accounts over a network: slow, and with answers that are lost. */
final class SimulatedAccounts implements BillingAccounts {
  private static final int MILLIS = 150;

  /** Longer than the replica lags. */
  private static final Duration SETTLED = Duration.ofMillis(1_500);

  private final BillingBooks books;
  private final Calls calls;
  private final Way way;

  /** How a subscription is made. */
  enum Way {
    /** The service lets a customer have one. */
    ONLY_ONE,
    /** The service makes as many as are asked for: looked for first, then made. */
    LOOK_THEN_CREATE,
    /** The same service: made as a draft, looked for again, and the oldest activated. */
    DRAFT_FIRST
  }

  SimulatedAccounts(BillingBooks books, Calls calls, Way way) {
    this.books = books;
    this.calls = calls;
    this.way = way;
  }

  /** No answer, for whatever reason: it may have been done. */
  private static final class NoAnswer extends Exception {
    NoAnswer() {
      super(null, null, false, false);
    }
  }

  private <T> T request(Deadline deadline, Supplier<T> work) throws NoAnswer {
    if (deadline.isOver()) {
      throw new NoAnswer();
    }
    calls.travel(MILLIS);
    if (calls.isDoneLate()) {
      calls.later(work);
      waitOut(deadline);
      throw new NoAnswer();
    }
    if (calls.answerIsLost()) {
      throw new NoAnswer();
    }
    T answer = work.get();
    calls.travel(MILLIS);
    if (calls.answerIsLost() || deadline.isOver()) {
      throw new NoAnswer();
    }
    return answer;
  }

  private void waitOut(Deadline deadline) {
    if (!deadline.isOver()) {
      calls.sleep(deadline.left());
    }
  }

  @Override
  public String name() {
    return "simulated";
  }

  @Override
  public boolean guardsSubscriptions() {
    return way == Way.ONLY_ONE;
  }

  @Override
  public Step<BillingCustomer> customer(EnsureRequest request, Deadline deadline) {
    try {
      boolean created = false;
      while (true) {
        Optional<String> found = request(deadline, () -> books.customer(request.key()));
        if (found.isPresent()) {
          return new Step.Done<>(new BillingCustomer(request.key(), found.get()), created);
        }
        if (!created) {
          created = request(deadline, () -> books.createCustomer(request.key())).isPresent();
        }
        calls.sleep(Duration.ofMillis(200));
      }
    } catch (NoAnswer e) {
      return unknown();
    }
  }

  @Override
  public Step<BillingSubscription> subscription(
      BillingCustomer customer, EnsureRequest request, Deadline deadline) {
    try {
      return switch (way) {
        case ONLY_ONE -> onlyOne(customer, deadline);
        case LOOK_THEN_CREATE -> lookThenCreate(customer, deadline);
        case DRAFT_FIRST -> draftFirst(customer, deadline);
      };
    } catch (NoAnswer e) {
      // What was made by then can be seen by the next one who looks.
      waitOut(deadline.within(SETTLED));
      return unknown();
    }
  }

  private Step<BillingSubscription> onlyOne(BillingCustomer customer, Deadline deadline)
      throws NoAnswer {
    while (true) {
      Optional<String> running = running(customer, deadline);
      if (running.isPresent()) {
        return done(running.get(), false);
      }
      Optional<String> made = request(deadline, () -> books.createOnlySubscription(customer.id()));
      if (made.isPresent()) {
        return done(made.get(), true);
      }
      calls.sleep(Duration.ofMillis(200));
    }
  }

  private Step<BillingSubscription> lookThenCreate(BillingCustomer customer, Deadline deadline)
      throws NoAnswer {
    Optional<String> running = running(customer, deadline);
    return running.isPresent()
        ? done(running.get(), false)
        : done(request(deadline, () -> books.createSubscription(customer.id(), false)), true);
  }

  private Step<BillingSubscription> draftFirst(BillingCustomer customer, Deadline deadline)
      throws NoAnswer {
    if (list(customer, deadline).isEmpty()) {
      request(deadline, () -> books.createSubscription(customer.id(), true));
    }
    calls.sleep(SETTLED);
    List<BillingBooks.Shown> all = list(customer, deadline);
    Optional<String> running =
        all.stream().filter(BillingBooks.Shown::active).map(BillingBooks.Shown::id).findFirst();
    if (running.isPresent()) {
      return done(running.get(), false);
    }
    if (all.isEmpty()) {
      throw new NoAnswer();
    }
    String oldest = all.getFirst().id();
    request(
        deadline,
        () -> {
          books.activate(oldest);
          return oldest;
        });
    return done(oldest, true);
  }

  private List<BillingBooks.Shown> list(BillingCustomer customer, Deadline deadline)
      throws NoAnswer {
    return request(deadline, () -> books.subscriptions(customer.id()));
  }

  private Optional<String> running(BillingCustomer customer, Deadline deadline) throws NoAnswer {
    return list(customer, deadline).stream()
        .filter(BillingBooks.Shown::active)
        .map(BillingBooks.Shown::id)
        .findFirst();
  }

  private static Step<BillingSubscription> done(String id, boolean created) {
    return new Step.Done<>(new BillingSubscription(id, "pro", "active", Optional.empty()), created);
  }

  private static <T> Step<T> unknown() {
    return new Step.Failed<>(new EnsureFault(Kind.UNKNOWN_OUTCOME, "no answer"));
  }

  @Override
  public Optional<EnsureFault> reachable(Duration timeout) {
    return Optional.empty();
  }

  @Override
  public void renewCredentials() {}
}
