package io.usagecollector.testkit.openmeter;

import io.usagecollector.testkit.openmeter.catalog.Customer;
import io.usagecollector.testkit.openmeter.catalog.Subscription;
import io.usagecollector.testkit.openmeter.state.Account;
import io.usagecollector.testkit.openmeter.state.Connections;
import io.usagecollector.testkit.openmeter.usage.MeterQuery;
import io.usagecollector.testkit.openmeter.usage.StoredEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a stand-in knows, past its API. Thread-safe. */
public final class Books {
  private final Account account;
  private final Connections connections;

  Books(Account account, Connections connections) {
    this.account = account;
    this.connections = connections;
  }

  /** How many of its database connections are free. */
  public int freeConnections() {
    return connections.free();
  }

  /** How many requests wait for a database connection. */
  public int waitingForConnections() {
    return connections.waiting();
  }

  /** In the order they were stored. */
  public List<StoredEvent> events() {
    return account.locked(all -> List.copyOf(all.events.all()));
  }

  /** Those that are not deleted, in the order they were made. */
  public List<Customer> customers() {
    return account.locked(all -> all.customers.list(customer -> true));
  }

  /** The subscriptions that run by now, by the keys of their customers. */
  public Map<String, List<Subscription>> running() {
    return account.locked(all -> {
      Map<String, List<Subscription>> running = new LinkedHashMap<>();
      for (Customer customer : all.customers.list(c -> c.key() != null)) {
        running.put(
            String.valueOf(customer.key()),
            all.subscriptions.ofCustomer(customer.id()).stream()
                .filter(s -> s.status(all.now()) != Subscription.Status.INACTIVE)
                .toList());
      }
      return running;
    });
  }

  /** What a meter reads, by subject. */
  public Map<String, Double> totals(String meterKey) {
    return account.locked(all -> {
      MeterQuery query =
          new MeterQuery(
              all.meters.byIdOrKey(meterKey), null, null, List.of(), List.of(), true, false);
      Map<String, Double> totals = new LinkedHashMap<>();
      query
          .answer(all.events, all.customers)
          .forEach(row -> totals.put(String.valueOf(row.subject()), row.value()));
      return totals;
    });
  }

  /** Whether the server is set up to bill plans that cost money; it is, unless told otherwise. */
  public void canBill(boolean able) {
    account.locked(all -> {
      all.subscriptions.canBill(able);
      return able;
    });
  }
}
