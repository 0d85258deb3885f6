package io.usagecollector.testkit.flexprice.state;

import io.usagecollector.testkit.flexprice.billing.EventLedger;
import io.usagecollector.testkit.flexprice.billing.StoredEvent;
import io.usagecollector.testkit.flexprice.catalog.Customers;
import io.usagecollector.testkit.flexprice.catalog.Documents;
import io.usagecollector.testkit.flexprice.catalog.Features;
import io.usagecollector.testkit.flexprice.catalog.Plans;
import io.usagecollector.testkit.flexprice.catalog.Prices;
import io.usagecollector.testkit.flexprice.catalog.Replica;
import io.usagecollector.testkit.flexprice.catalog.Shelf;
import io.usagecollector.testkit.flexprice.catalog.SubscriptionChanges;
import io.usagecollector.testkit.flexprice.catalog.SubscriptionTerms;
import io.usagecollector.testkit.flexprice.catalog.Subscriptions;
import io.usagecollector.testkit.flexprice.ingest.IncomingEvent;
import io.usagecollector.testkit.store.Ids;
import io.usagecollector.testkit.store.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Everything the stand-in knows, behind one lock and, if asked for, a journal. */
public final class AccountState implements AutoCloseable {
  private static final String EVENT = "event";

  private final ReentrantLock lock = new ReentrantLock();
  private final Clock clock;
  private final Duration processingDelay;
  private final Ids ids;
  private final Optional<Journal> journal;
  private final Map<String, Shelf> shelves = new LinkedHashMap<>();
  private final Replica replica;

  public final EventLedger ledger = new EventLedger();
  public final Customers customers;
  public final Features features;
  public final Plans plans;
  public final Prices prices;
  public final Subscriptions subscriptions;
  public final SubscriptionChanges subscriptionChanges;

  /**
   * @param processingDelay how long after it was accepted an event counts
   * @param replicaLag how far what is read is behind what was written
   */
  public AccountState(
      Clock clock,
      Ids ids,
      Duration processingDelay,
      Duration replicaLag,
      Optional<Journal> journal) {
    this.replica = new Replica(clock, replicaLag);
    this.clock = clock;
    this.ids = ids;
    this.processingDelay = processingDelay;
    this.journal = journal;
    Documents documents = new Documents(clock, ids);
    customers = new Customers(shelf("customer", "external_id"), documents);
    features =
        new Features(
            shelf("feature", "lookup_key"), shelf("meter", "event_name"), documents, ledger);
    Shelf planShelf = shelf("plan", "lookup_key");
    prices = new Prices(shelf("price", "entity_id"), planShelf, features, documents);
    plans = new Plans(planShelf, prices, documents);
    Shelf subscriptionShelf = shelf("subscription", "customer_id");
    var terms = new SubscriptionTerms(plans, prices, documents);
    subscriptions = new Subscriptions(subscriptionShelf, customers, terms, documents);
    subscriptionChanges = new SubscriptionChanges(subscriptionShelf, terms, documents);
    journal.ifPresent(this::restore);
  }

  public Instant now() {
    return clock.instant();
  }

  /** Does something with the world as it stands now; what is due has been processed. */
  public <T> T locked(Function<AccountState, T> action) {
    lock.lock();
    try {
      ledger.processUntil(clock.instant());
      T done = action.apply(this);
      journal.ifPresent(Journal::flush);
      return done;
    } finally {
      lock.unlock();
    }
  }

  /** Reads the world as the replica has it. */
  public <T> T replicated(Function<AccountState, T> reading) {
    return locked(world -> replica.read(() -> reading.apply(world)));
  }

  /** Accepts events; the ids they are stored under, in order. */
  public List<String> accept(List<IncomingEvent> events) {
    return locked(world -> {
      Instant now = clock.instant();
      List<String> stored = new ArrayList<>(events.size());
      for (IncomingEvent event : events) {
        stored.add(accept(event, now));
      }
      ledger.processUntil(now);
      return stored;
    });
  }

  private String accept(IncomingEvent incoming, Instant now) {
    StoredEvent event =
        StoredEvent.of(incoming, incoming.id().isEmpty() ? ids.next("event") : "", now);
    journal.ifPresent(open -> open.append(EVENT, StoredEventJson.write(event)));
    ledger.accept(event, now.plus(processingDelay));
    return event.id();
  }

  private Shelf shelf(String kind, String field) {
    Shelf shelf =
        new Shelf(
            field, replica, document -> journal.ifPresent(open -> open.append(kind, document)));
    shelves.put(kind, shelf);
    return shelf;
  }

  private Shelf shelf(String kind) {
    Shelf shelf = shelves.get(kind);
    if (shelf == null) {
      throw new IllegalStateException("the journal has a document of an unknown kind: " + kind);
    }
    return shelf;
  }

  /** Documents first: a meter made after an event was accepted may have been there to count it. */
  private void restore(Journal open) {
    open.replay((kind, value) -> {
      if (!kind.equals(EVENT)) {
        shelf(kind).restore(value);
      }
      if (kind.equals("meter")) {
        ledger.add(Features.asMeter(value));
      }
    });
    open.replay((kind, value) -> {
      if (kind.equals(EVENT)) {
        ledger.accept(StoredEventJson.read(value), Instant.MIN);
        ledger.processUntil(Instant.MIN);
      }
    });
  }

  @Override
  public void close() {
    journal.ifPresent(Journal::close);
  }
}
