package io.usagecollector.testkit.openmeter.routes;

import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.state.Account;
import io.usagecollector.testkit.openmeter.state.Connections;

/** Makes routes whose actions need the database, and the state behind its lock. */
public final class DatabaseRoutes {
  private final Account account;
  private final Connections connections;

  public DatabaseRoutes(Account account, Connections connections) {
    this.account = account;
    this.connections = connections;
  }

  /** Does what the endpoint is for. */
  @FunctionalInterface
  public interface Action {
    Reply answer(Account account, Call call);
  }

  public Route get(String path, Action action) {
    return Route.read("GET", path, call -> one(call, action));
  }

  /** A question in a body. */
  public Route ask(String path, Action action) {
    return Route.read("POST", path, call -> one(call, action));
  }

  public Route post(String path, String written, Action action) {
    return Route.write("POST", path, written, call -> one(call, action));
  }

  public Route delete(String path, String written, Action action) {
    return Route.write("DELETE", path, written, call -> one(call, action));
  }

  /** Makes a subscription, which takes two connections. */
  public Route subscribe(String path, Action action) {
    return Route.write(
        "POST",
        path,
        "subscription",
        call -> connections.withTwo(call, () -> account.locked(a -> action.answer(a, call))));
  }

  private Reply one(Call call, Action action) {
    return connections.withOne(call, () -> account.locked(a -> action.answer(a, call)));
  }
}
