package io.usagecollector.core.customer.flexprice;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.provision.Document;
import io.usagecollector.core.customer.provision.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to subscribe a customer without a running subscription, though the service keeps
 * nobody from doing it twice. A draft bills nothing. Everybody makes theirs under the same lookup
 * key, waits until each can read what the others wrote, and activates the oldest: the same one,
 * whoever does it. A draft of one's own that cannot be read yet says that the wait was too short.
 * Of one call, one thread.
 */
final class DraftFirst {
  private static final int ROUNDS = 5;
  private static final int MOST_DRAFTS = 2;

  private final SubscriptionCalls calls;
  private final Waiting waiting;
  private final BillingCustomer customer;
  private final Plan plan;
  private final EnsureRequest request;
  private final Deadline deadline;
  private final String lookupKey;

  private Optional<String> own = Optional.empty();
  private Optional<String> perhapsActivated = Optional.empty();
  private int drafted;
  private EnsureFault last;

  DraftFirst(
      SubscriptionCalls calls,
      Waiting waiting,
      BillingCustomer customer,
      Plan plan,
      EnsureRequest request,
      Deadline deadline) {
    this.calls = calls;
    this.waiting = waiting;
    this.customer = customer;
    this.plan = plan;
    this.request = request;
    this.deadline = deadline;
    this.lookupKey = LookupKey.of(customer.key(), plan);
    this.last = unfinished("no time was left");
  }

  private static EnsureFault unfinished(String why) {
    return new EnsureFault(Kind.UNKNOWN_OUTCOME, "subscribe the customer: " + why);
  }

  /**
   * Makes it.
   *
   * @param listing what the replica knew of before
   */
  Step<BillingSubscription> run(Listing listing, Start start) {
    if (!waiting.hasTime(deadline)) {
      return new Step.Failed<>(
          new EnsureFault(Kind.UNREACHABLE, "subscribe the customer: not tried, no time was left"));
    }
    Listing known = listing;
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Step<BillingSubscription>> end = draftIfNone(known, start);
      if (end.isPresent()) {
        return end.get();
      }
      if (!waiting.outTheLag(deadline)) {
        break;
      }
      switch (calls.list(customer, deadline)) {
        case Look.Found<Listing>(Listing found) -> known = found;
        case Look.Nothing<Listing> _ -> {
          return new Step.CustomerGone<>();
        }
        case Look.Failed<Listing>(EnsureFault fault) -> {
          return new Step.Failed<>(fault);
        }
      }
      end = settled(known, start);
      if (end.isPresent()) {
        return end.get();
      }
    }
    return new Step.Failed<>(last);
  }

  private Optional<Step<BillingSubscription>> draftIfNone(Listing known, Start start) {
    if (own.isPresent() || drafted >= MOST_DRAFTS || !known.drafts(lookupKey).isEmpty()) {
      return Optional.empty();
    }
    drafted++;
    return switch (calls.draft(customer, plan, lookupKey, start.at(), deadline)) {
      case Outcome.Done(Document draft) -> {
        own = draft.text("id");
        yield Optional.empty();
      }
      case Outcome.Gone _ -> Optional.of(new Step.CustomerGone<>());
      case Outcome.Exists _, Outcome.Absent _ -> {
        last = unfinished("its draft conflicts with another");
        yield Optional.empty();
      }
      case Outcome.Failed(EnsureFault fault) -> unlessUnknown(fault);
    };
  }

  /** What may have been done all the same is looked for. */
  private Optional<Step<BillingSubscription>> unlessUnknown(EnsureFault fault) {
    if (fault.kind() != Kind.UNKNOWN_OUTCOME) {
      return Optional.of(new Step.Failed<>(fault));
    }
    last = fault;
    return Optional.empty();
  }

  private Optional<Step<BillingSubscription>> settled(Listing known, Start start) {
    Optional<Subscription> running = known.running();
    if (running.isPresent()) {
      boolean ours = perhapsActivated.filter(running.get().id()::equals).isPresent();
      return Optional.of(done(running.get(), ours));
    }
    if (!own.map(known::holds).orElse(true)) {
      last = unfinished("its draft cannot be read yet");
      return Optional.empty();
    }
    Optional<Subscription> oldest = known.drafts(lookupKey).stream().findFirst();
    if (oldest.isEmpty() && own.isEmpty() && drafted >= MOST_DRAFTS) {
      return Optional.of(new Step.Failed<>(last));
    }
    return oldest.flatMap(draft -> activated(draft, start.orSooner(draft.start())));
  }

  private Step<BillingSubscription> done(Subscription subscription, boolean created) {
    return new Step.Done<>(subscription.on(plan).billing(request.firstEvent()), created);
  }

  private Optional<Step<BillingSubscription>> activated(Subscription draft, Instant from) {
    return switch (calls.activate(draft.id(), from, deadline)) {
      case Outcome.Done(Document answer) -> {
        Subscription now =
            Subscription.read(answer)
                .filter(read -> read.isRunning() && !read.items().isEmpty())
                .orElseGet(() -> draft.activated(from));
        yield Optional.of(done(now, true));
      }
      // Somebody was quicker, or the replica does not know the draft yet: look again.
      case Outcome.Exists _, Outcome.Absent _, Outcome.Gone _ -> {
        last = unfinished("its draft was taken up meanwhile, and is not seen active yet");
        yield Optional.empty();
      }
      case Outcome.Failed(EnsureFault fault) -> {
        perhapsActivated = Optional.of(draft.id());
        yield unlessUnknown(fault);
      }
    };
  }
}
