package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.CreatePermits;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.provision.Document;
import io.usagecollector.core.customer.provision.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the subscription of a customer that has none. Each answer that leaves something open is
 * settled by looking again; a second request is made only where the first is known to have made
 * nothing, and there is no third.
 */
final class SubscriptionCreation {
  /** The server may hang for good while more create at once than it bears: hanging up frees it. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final String CREATE = "create the subscription";
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionCreation.class);

  private final Dialect dialect;
  private final AccountCalls calls;
  private final Customers customers;
  private final Subscriptions subscriptions;
  private final ActivePlans plans;
  private final SubscriptionStart starts;
  private final CreatePermits permits;

  SubscriptionCreation(
      Dialect dialect,
      AccountCalls calls,
      Customers customers,
      Subscriptions subscriptions,
      ActivePlans plans,
      SubscriptionStart starts,
      CreatePermits permits) {
    this.dialect = dialect;
    this.calls = calls;
    this.customers = customers;
    this.subscriptions = subscriptions;
    this.plans = plans;
    this.starts = starts;
    this.permits = permits;
  }

  /** What is asked for, and until when. */
  private record Order(BillingCustomer customer, EnsureRequest request, Deadline deadline) {}

  Step<BillingSubscription> create(
      BillingCustomer customer, EnsureRequest request, Deadline deadline) {
    var order = new Order(customer, request, deadline);
    Optional<Instant> start = dialect.takesStart() ? starts.of(request) : Optional.empty();
    return attempt(order, start).withOneMore();
  }

  private Attempt<BillingSubscription> attempt(Order order, Optional<Instant> start) {
    return switch (plans.latest(order.deadline())) {
      case Lookup.There<ActivePlan>(ActivePlan plan) -> attempt(order, plan, start);
      case Lookup.Nowhere<ActivePlan> _, Lookup.Gone<ActivePlan> _ ->
          Attempt.failed(
              new EnsureFault(Kind.PLAN_NOT_FOUND, "no version of the default plan is active"));
      case Lookup.Failed<ActivePlan>(EnsureFault fault) -> Attempt.failed(fault);
    };
  }

  private Attempt<BillingSubscription> attempt(
      Order order, ActivePlan plan, Optional<Instant> start) {
    return switch (post(order, plan, start)) {
      case Outcome.Done(Document document) -> made(order, plan, start, document);
      case Outcome.Exists _ -> anothers(order, unlisted());
      case Outcome.Gone _, Outcome.Absent _ -> whatIsGone(order, plan, start);
      case Outcome.Failed(EnsureFault fault) -> failed(order, plan, start, fault);
    };
  }

  private static EnsureFault unlisted() {
    return new EnsureFault(Kind.UNKNOWN_OUTCOME, CREATE + ": 409, it has one, yet none is listed");
  }

  private Outcome post(Order order, ActivePlan plan, Optional<Instant> start) {
    Optional<CreatePermits.Permit> leave = permits.acquire(order.deadline());
    if (leave.isEmpty()) {
      return new Outcome.Failed(
          new EnsureFault(Kind.BUSY, CREATE + ": others create theirs, and the time is up"));
    }
    try (CreatePermits.Permit permit = leave.get()) {
      Deadline ends = permit.deadline();
      return calls.patientPost(
          "/subscriptions",
          dialect.subscription(order.customer(), plan, start),
          AccountAnswers.OF_SUBSCRIBING,
          CREATE,
          ends.within(ends.left().multipliedBy(3).dividedBy(4)).within(PATIENCE));
    }
  }

  private Attempt<BillingSubscription> made(
      Order order, ActivePlan plan, Optional<Instant> start, Document document) {
    document
        .object("plan")
        .text("version")
        .filter(version -> !version.equals(Long.toString(plan.version())))
        .ifPresent(version -> isAnother(plan, version));
    return subscriptions
        .made(order.customer(), document, order.request())
        .map(made -> Attempt.over(new Step.Done<>(made, true)))
        .orElseGet(() -> lookAgain(order, start, unreadable()));
  }

  private static EnsureFault unreadable() {
    return new EnsureFault(Kind.UNKNOWN_OUTCOME, CREATE + ": done, but without a subscription");
  }

  /** One dialect takes the plan's current version, whatever is asked for. */
  private void isAnother(ActivePlan plan, String version) {
    plans.forget(plan);
    LOG.warn("A subscription was made of version {} of the plan, not {}", version, plan.version());
  }

  private Attempt<BillingSubscription> failed(
      Order order, ActivePlan plan, Optional<Instant> start, EnsureFault fault) {
    return switch (fault.kind()) {
      case UNKNOWN_OUTCOME -> lookAgain(order, start, fault);
      case BILLING_SETUP -> anothers(order, fault);
      case REJECTED -> refused(order, plan, start, fault);
      case PLAN_NOT_FOUND,
          SUBJECT_CONFLICT,
          CREDENTIALS_REFUSED,
          MISCONFIGURED,
          CUSTOMER_GONE,
          THROTTLED,
          UNREACHABLE,
          BUSY,
          GUARD_AWAY ->
          Attempt.failed(fault);
    };
  }

  /** After an answer that leaves it open: what runs now is what was made. */
  private Attempt<BillingSubscription> lookAgain(
      Order order, Optional<Instant> start, EnsureFault open) {
    return look(order, true, open, new Attempt.Again<>(open, () -> attempt(order, start)));
  }

  /**
   * After a conflict: adopts what is there. Where it is only said to be there, the start may lie
   * within one that has ended since.
   */
  private Attempt<BillingSubscription> anothers(Order order, EnsureFault conflict) {
    return look(
        order,
        false,
        conflict,
        conflict.kind() == Kind.BILLING_SETUP
            ? Attempt.failed(conflict)
            : new Attempt.Again<>(conflict, () -> attempt(order, Optional.empty())));
  }

  private Attempt<BillingSubscription> look(
      Order order, boolean created, EnsureFault unseen, Attempt<BillingSubscription> ifNone) {
    return switch (subscriptions.find(order.customer(), order.request(), order.deadline())) {
      case Lookup.There<BillingSubscription>(var there) ->
          Attempt.over(new Step.Done<>(there, created));
      case Lookup.Nowhere<BillingSubscription> _ -> ifNone;
      case Lookup.Gone<BillingSubscription> _ -> Attempt.over(new Step.CustomerGone<>());
      case Lookup.Failed<BillingSubscription> _ -> Attempt.failed(unseen);
    };
  }

  /** What may be out of date in a request that is refused: the plan's version, and the start. */
  private Attempt<BillingSubscription> refused(
      Order order, ActivePlan plan, Optional<Instant> start, EnsureFault fault) {
    plans.forget(plan);
    boolean same =
        plans.latest(order.deadline()) instanceof Lookup.There<ActivePlan>(ActivePlan now)
            && now.equals(plan);
    return same && start.isEmpty()
        ? Attempt.failed(fault)
        : new Attempt.Again<>(fault, () -> attempt(order, Optional.empty()));
  }

  /** The service says the same of a customer and of a plan: the customers tell which it was. */
  private Attempt<BillingSubscription> whatIsGone(
      Order order, ActivePlan plan, Optional<Instant> start) {
    return switch (customers.find(order.customer().key(), order.deadline())) {
      case Lookup.There<BillingCustomer>(var there) when there.equals(order.customer()) ->
          refused(
              order,
              plan,
              start,
              new EnsureFault(
                  Kind.REJECTED, CREATE + ": not found, though customer and plan are there"));
      case Lookup.There<BillingCustomer> _,
          Lookup.Nowhere<BillingCustomer> _,
          Lookup.Gone<BillingCustomer> _ ->
          Attempt.over(new Step.CustomerGone<>());
      case Lookup.Failed<BillingCustomer>(EnsureFault fault) -> Attempt.failed(fault);
    };
  }
}
