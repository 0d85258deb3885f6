package io.usagecollector.testkit.flexprice.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.flexprice.catalog.Fields;
import io.usagecollector.testkit.flexprice.catalog.SubscriptionChanges;
import io.usagecollector.testkit.flexprice.state.AccountState;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Subscriptions over HTTP. What changes one looks it up at the replica first, so that one made just
 * now may not be found, and one activated just now may be activated again.
 */
public final class SubscriptionRoutes {
  private static final String BAD = "Invalid request format";
  private static final String BAD_FILTER = "Invalid filter parameters";
  private static final String ENTITY = "subscription";

  private final AccountState world;

  public SubscriptionRoutes(AccountState world) {
    this.world = world;
  }

  public List<Route> routes() {
    return List.of(
        Route.write("POST", "/v1/subscriptions", ENTITY, this::create),
        Route.read("GET", "/v1/customers/external/*/subscriptions", this::ofCustomer),
        Route.read("POST", "/v1/subscriptions/search", this::search),
        Route.read("GET", "/v1/subscriptions/*", this::get),
        Route.write("PUT", "/v1/subscriptions/*", ENTITY, this::update),
        Route.write("POST", "/v1/subscriptions/*/activate", ENTITY, this::activate),
        Route.write("POST", "/v1/subscriptions/*/cancel", ENTITY, this::cancel));
  }

  private Reply create(Call call) {
    Fields request = Fields.bind(call.body(), BAD);
    return Reply.tree(201, world.locked(w -> w.subscriptions.create(request)));
  }

  private Reply read(Function<AccountState, ObjectNode> reading) {
    return Reply.tree(200, world.replicated(reading));
  }

  private Reply ofCustomer(Call call) {
    boolean items =
        Arrays.asList(call.query("expand").split(",")).contains("subscription_line_items");
    return read(w -> w.subscriptions.ofCustomer(call.pathParameter(), items));
  }

  private Reply search(Call call) {
    Fields filter = Fields.bind(call.body(), BAD_FILTER);
    return read(w -> w.subscriptions.search(filter));
  }

  private Reply get(Call call) {
    return read(w -> w.subscriptions.get(call.pathParameter()));
  }

  private Reply update(Call call) {
    Fields request = Fields.bind(call.body(), BAD);
    return change(call, (room, found) -> room.update(found, request));
  }

  private Reply activate(Call call) {
    Instant start = SubscriptionChanges.requireStart(Fields.bind(call.body(), BAD));
    return change(call, (room, found) -> room.activate(found, start));
  }

  private Reply cancel(Call call) {
    Fields request = Fields.bind(call.body(), BAD);
    SubscriptionChanges.requireImmediate(request);
    return change(call, SubscriptionChanges::cancel);
  }

  /** Looks at the replica, then writes. */
  private Reply change(Call call, BiFunction<SubscriptionChanges, ObjectNode, ObjectNode> change) {
    String id = call.pathParameter();
    return Reply.tree(
        200,
        world.locked(w -> {
          ObjectNode found = w.replicated(there -> there.subscriptions.require(id));
          return change.apply(w.subscriptionChanges, found);
        }));
  }
}
