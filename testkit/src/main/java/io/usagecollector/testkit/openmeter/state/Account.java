package io.usagecollector.testkit.openmeter.state;

import io.usagecollector.testkit.openmeter.catalog.Customers;
import io.usagecollector.testkit.openmeter.catalog.Meters;
import io.usagecollector.testkit.openmeter.catalog.Origin;
import io.usagecollector.testkit.openmeter.catalog.Plans;
import io.usagecollector.testkit.openmeter.catalog.Subscription;
import io.usagecollector.testkit.openmeter.catalog.Subscriptions;
import io.usagecollector.testkit.openmeter.ingest.CloudEvent;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import io.usagecollector.testkit.openmeter.usage.EventStore;
import io.usagecollector.testkit.openmeter.usage.StoredEvent;
import io.usagecollector.testkit.store.Ids;
import io.usagecollector.testkit.store.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Everything the stand-in knows, behind one lock and, if asked for, a journal. */
public final class Account implements AutoCloseable {
  private static final String EVENT = "event";

  private final ReentrantLock lock = new ReentrantLock();
  private final Clock clock;
  private final Duration storingDelay;
  private final Optional<Journal> journal;

  public final EventStore events;
  public final Customers customers;
  public final Plans plans;
  public final Subscriptions subscriptions;
  public final Meters meters;

  public Account(
      Clock clock, Ids ids, Duration storingDelay, boolean dedupes, Optional<Journal> journal) {
    this.clock = clock;
    this.storingDelay = storingDelay;
    this.journal = journal;
    Origin origin = new Origin(clock, ids, this::keep);
    events = new EventStore(dedupes);
    customers = new Customers(origin);
    plans = new Plans(origin);
    subscriptions = new Subscriptions(origin);
    meters = new Meters(origin);
    journal.ifPresent(open -> open.replay(new JournalReader(this)::read));
  }

  public Instant now() {
    return clock.instant();
  }

  /** Does something with all this as it stands now; what is due has been stored. */
  public <T> T locked(Function<Account, T> action) {
    lock.lock();
    try {
      events.flushUntil(clock.instant());
      T done = action.apply(this);
      journal.ifPresent(Journal::flush);
      return done;
    } finally {
      lock.unlock();
    }
  }

  /** Takes events to be stored after a while. */
  public void accept(List<CloudEvent> accepted) {
    locked(account -> {
      Instant now = clock.instant();
      for (CloudEvent event : accepted) {
        StoredEvent row = StoredEvent.of(event, now);
        keep(EVENT, row);
        events.accept(row, now.plus(storingDelay));
      }
      events.flushUntil(now);
      return true;
    });
  }

  /** A customer whose subscription runs cannot be deleted. */
  public void refuseRunning(String customerId) {
    boolean runs =
        subscriptions.ofCustomer(customerId).stream()
            .anyMatch(s -> s.status(now()) != Subscription.Status.INACTIVE);
    if (runs) {
      throw new Refused(
          Problem.conflict("cannot delete customer with active subscriptions")
              .withIssue(
                  "deleting_customer_with_active_subscriptions",
                  "cannot delete customer with active subscriptions",
                  1));
    }
  }

  private void keep(String kind, Object document) {
    journal.ifPresent(open -> open.append(kind, JournalReader.write(document)));
  }

  @Override
  public void close() {
    journal.ifPresent(Journal::close);
  }
}
