package io.usagecollector.testkit.flexprice.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.flexprice.catalog.ApiProblem;
import io.usagecollector.testkit.flexprice.catalog.Fields;
import io.usagecollector.testkit.flexprice.catalog.Page;
import io.usagecollector.testkit.flexprice.catalog.Refused;
import io.usagecollector.testkit.flexprice.state.AccountState;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Customers, features, meters, plans and prices over HTTP. */
public final class CatalogRoutes {
  private static final String BAD = "Invalid request format";
  private static final String BAD_FILTER = "Invalid filter parameters";

  private final AccountState world;

  public CatalogRoutes(AccountState world) {
    this.world = world;
  }

  public List<Route> routes() {
    return List.of(
        Route.write("POST", "/v1/customers", "customer", create(w -> w.customers::create)),
        Route.read("GET", "/v1/customers", this::listCustomers),
        Route.read("POST", "/v1/customers/search", this::searchCustomers),
        Route.read("GET", "/v1/customers/external/*", this::lookUpCustomer),
        Route.read("GET", "/v1/customers/lookup/*", this::lookUpCustomer),
        Route.read("GET", "/v1/customers/*", get(w -> w.customers::get)),
        Route.write("DELETE", "/v1/customers/*", "customer", this::deleteCustomer),
        Route.write("POST", "/v1/features", "feature", create(w -> w.features::createFeature)),
        Route.read("GET", "/v1/features", this::listFeatures),
        Route.write("POST", "/v1/meters", "meter", create(w -> w.features::createMeter)),
        Route.read("GET", "/v1/meters/*", get(w -> w.features::meter)),
        Route.write("POST", "/v1/plans", "plan", create(w -> w.plans::create)),
        Route.read("GET", "/v1/plans", this::listPlans),
        Route.read("POST", "/v1/plans/search", this::searchPlans),
        Route.read("GET", "/v1/plans/*", get(w -> w.plans::get)),
        Route.write("DELETE", "/v1/plans/*", "plan", this::deletePlan),
        Route.write("POST", "/v1/prices", "price", create(w -> w.prices::create)),
        Route.read("GET", "/v1/prices", this::listPrices),
        Route.read("GET", "/v1/prices/*", get(w -> w.prices::get)));
  }

  private Route.Action create(Function<AccountState, Function<Fields, ObjectNode>> room) {
    return call -> {
      Fields request = Fields.bind(call.body(), BAD);
      return Reply.tree(201, world.locked(w -> room.apply(w).apply(request)));
    };
  }

  private Route.Action get(Function<AccountState, Function<String, ObjectNode>> room) {
    return call -> found(w -> room.apply(w).apply(call.pathParameter()));
  }

  private Reply found(Function<AccountState, ObjectNode> read) {
    return Reply.tree(200, world.replicated(read));
  }

  private Reply lookUpCustomer(Call call) {
    return found(w -> w.customers.lookUp(call.pathParameter()));
  }

  private Reply listCustomers(Call call) {
    return found(w -> w.customers.list(given(call.query("external_id")), List.of(), page(call)));
  }

  private Reply searchCustomers(Call call) {
    Fields filter = Fields.bind(call.body(), BAD_FILTER);
    List<String> external =
        filter.text("external_id").isEmpty()
            ? filter.texts("external_ids")
            : given(filter.text("external_id"));
    return found(w -> w.customers.list(external, filter.texts("customer_ids"), page(filter)));
  }

  private Reply deleteCustomer(Call call) {
    String id = call.pathParameter();
    return world.locked(w -> {
      w.customers.get(id);
      if (w.subscriptions.anyUncancelled(id)) {
        throw new Refused(
            ApiProblem.invalidOperation(
                "Please cancel all subscriptions before deleting the customer"));
      }
      w.customers.archive(id);
      return Reply.noContent();
    });
  }

  private Reply deletePlan(Call call) {
    String id = call.pathParameter();
    return world.locked(w -> {
      w.plans.get(id);
      if (w.subscriptions.anyUncancelledOf(id)) {
        throw new Refused(
            ApiProblem.invalidOperation(
                "Please remove the active subscriptions before deleting this plan.",
                Map.of("plan_id", id)));
      }
      w.plans.archive(id);
      return Reply.json(200, "{\"message\":\"price deleted successfully\"}");
    });
  }

  private Reply listFeatures(Call call) {
    return found(w -> w.features.list(call.query("lookup_key"), page(call)));
  }

  private Reply listPlans(Call call) {
    return found(w ->
        w.plans.list(
            call.query("lookup_key"), expands(call.query("expand"), "prices"), page(call)));
  }

  private Reply searchPlans(Call call) {
    Fields filter = Fields.bind(call.body(), BAD_FILTER);
    return found(w ->
        w.plans.list(
            filter.text("lookup_key"), expands(filter.text("expand"), "prices"), page(filter)));
  }

  private Reply listPrices(Call call) {
    return found(w -> w.prices.list(given(call.query("plan_ids")), page(call)));
  }

  private static Page page(Fields filter) {
    return new Page(filter.integer("limit", 0), filter.integer("offset", 0));
  }

  private static boolean expands(String expand, String what) {
    return Arrays.asList(expand.split(",")).contains(what);
  }

  private static List<String> given(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }

  private static Page page(Call call) {
    return Page.of(call.query("limit"), call.query("offset"));
  }
}
