package io.usagecollector.simulation.ensure;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureScope;
import io.usagecollector.core.customer.EnsureService;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.core.customer.guard.EnsureItems;
import io.usagecollector.core.customer.guard.GuardPolicy;
import io.usagecollector.core.customer.guard.GuardedEnsure;
import io.usagecollector.core.customer.guard.ItemsAwayException;
import io.usagecollector.core.customer.guard.LocalItems;
import io.usagecollector.core.customer.guard.Sweep;
import io.usagecollector.simulation.clock.Killed;
import io.usagecollector.simulation.clock.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Callers in processes of eight, each of whom ensures customers until they are all ready. */
final class EnsureWorld {
  private static final int CALLERS_A_PROCESS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final Duration USUAL_RETRY = Duration.ofSeconds(1);
  private static final long ENDS = Duration.ofHours(2).toMillis();

  private final Story story;
  private final SplittableRandom random;
  private final Map<String, Set<String>> answers = new HashMap<>();
  private int waiting;
  private int killed;

  private EnsureWorld(Story story) {
    this.story = story;
    this.random = new SplittableRandom(story.seed());
  }

  /**
   * What is played.
   *
   * @param guarded whether callers are kept apart
   * @param each how many of the customers each caller ensures
   */
  record Story(
      long seed,
      SimulatedAccounts.Way way,
      Mishaps mishaps,
      boolean guarded,
      int callers,
      int customers,
      int each) {}

  /**
   * How it ended.
   *
   * @param subscriptions of each customer, how many are active
   * @param answers of each customer, the different answers that callers got
   * @param waiting callers that have not been answered for all of theirs
   * @param killed how often one was killed
   * @param pending customers who were begun with and never finished
   */
  record Ended(
      Map<String, Integer> subscriptions,
      Map<String, Set<String>> answers,
      int waiting,
      int killed,
      List<CustomerKey> pending) {
    /** Customers with that many active subscriptions. */
    long with(int active) {
      return subscriptions.values().stream().filter(count -> count == active).count();
    }

    long withMoreThanOne() {
      return subscriptions.values().stream().filter(count -> count > 1).count();
    }
  }

  static Ended play(Story story) {
    return new EnsureWorld(story).play();
  }

  private Ended play() {
    try (var scheduler = new Scheduler(random.split(), 1_795_000_000_000L)) {
      var calls = new Calls(scheduler, random.split(), story.mishaps());
      var books = new BillingBooks(calls);
      var accounts = new SimulatedAccounts(books, calls, story.way());
      var table = new LocalItems(Integer.MAX_VALUE);
      var items = new SimulatedItems(table, calls);
      var owners = IntStream.iterate(1, i -> i + 1).iterator();
      EnsureService process = process(accounts, items, calls, owners);
      for (int i = 0; i < story.callers(); i++) {
        if (i % CALLERS_A_PROCESS == 0) {
          process = process(accounts, items, calls, owners);
        }
        waiting++;
        caller("caller " + i, someCustomers(), process, calls, scheduler);
      }
      sweeper(new Sweep(items, process(accounts, items, calls, owners)), calls, scheduler);
      scheduler.sleep(ENDS);
      return ended(books, table, calls);
    }
  }

  private EnsureService process(
      BillingAccounts accounts, EnsureItems items, Calls calls, PrimitiveIterator.OfInt owners) {
    return story.guarded()
        ? new GuardedEnsure(
            accounts,
            items,
            EnsureScope.SUBSCRIPTION,
            GuardPolicy.USUAL,
            calls,
            calls,
            random.split(),
            () -> "owner " + owners.nextInt())
        : new UnguardedEnsure(accounts);
  }

  /** Whoever is killed is called again, and goes on where it was. */
  private void caller(
      String name, Deque<Integer> theirs, EnsureService process, Calls calls, Scheduler scheduler) {
    scheduler.spawn(
        name,
        () -> {
          try {
            while (!theirs.isEmpty()) {
              untilReady(new CustomerKey("customer:" + theirs.peek()), process, calls);
              theirs.remove();
            }
            waiting--;
          } catch (Killed e) {
            if (calls.wasKilled()) {
              killed++;
              caller(name, theirs, process, calls, scheduler);
            }
            throw e;
          }
        });
  }

  private Deque<Integer> someCustomers() {
    List<Integer> all = new ArrayList<>(IntStream.range(0, story.customers()).boxed().toList());
    Collections.shuffle(all, random);
    return new ArrayDeque<>(all.subList(0, story.each()));
  }

  private void untilReady(CustomerKey key, EnsureService process, Calls calls) {
    while (true) {
      switch (process.ensure(EnsureRequest.of(key), Deadline.in(PATIENCE, calls))) {
        case EnsureAnswer.Ready(Ensured ensured) -> {
          String told = ensured.customer().id() + " " + ensured.subscription().orElseThrow().id();
          answers.computeIfAbsent(key.value(), any -> new HashSet<>()).add(told);
          return;
        }
        case EnsureAnswer.Failed(EnsureFault fault) ->
            calls.sleep(fault.retryAfter().orElse(USUAL_RETRY));
      }
    }
  }

  private void sweeper(Sweep sweep, Calls calls, Scheduler scheduler) {
    scheduler.spawn(
        "sweep",
        () -> {
          while (true) {
            calls.sleep(Duration.ofMinutes(5));
            Instant before = calls.instant().minus(Duration.ofMinutes(3));
            try {
              sweep.run(before, Deadline.in(Duration.ofMinutes(4), calls));
            } catch (ItemsAwayException e) {
              calls.sleep(USUAL_RETRY);
            }
          }
        });
  }

  private Ended ended(BillingBooks books, LocalItems table, Calls calls) {
    var subscriptions = new HashMap<String, Integer>();
    books
        .customers()
        .forEach(
            (key, stored) -> subscriptions.put(key.value(), books.activeOf(stored.id()).size()));
    return new Ended(
        subscriptions, answers, waiting, killed, table.pendingSince(calls.instant(), 1_000));
  }
}
