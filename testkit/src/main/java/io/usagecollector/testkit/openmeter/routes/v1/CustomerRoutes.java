package io.usagecollector.testkit.openmeter.routes.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.catalog.Customer;
import io.usagecollector.testkit.openmeter.catalog.Subscription;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import io.usagecollector.testkit.openmeter.routes.Answers;
import io.usagecollector.testkit.openmeter.routes.DatabaseRoutes;
import io.usagecollector.testkit.openmeter.routes.Texts;
import io.usagecollector.testkit.openmeter.schema.Dialect;
import io.usagecollector.testkit.openmeter.schema.Rule;
import io.usagecollector.testkit.openmeter.state.Account;
import io.usagecollector.testkit.store.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /customers}, by id or key. */
final class CustomerRoutes {
  private static final Rule CREATE =
      V1Routes.open(
          Map.of(
              "name", Rule.text(1, 256),
              "key", Rule.text(1, 256),
              "metadata", Rule.nullable(Rule.mapOf(Rule.text(0, Integer.MAX_VALUE))),
              "usageAttribution",
                  V1Routes.open(Map.of("subjectKeys", Rule.listOf(Rule.text())), "subjectKeys"),
              "primaryEmail", Rule.text(0, 256),
              "currency", Rule.text(3, 3)),
          "name");

  private CustomerRoutes() {}

  static List<Route> of(DatabaseRoutes routes) {
    return List.of(
        routes.post("/customers", "customer", CustomerRoutes::create),
        routes.get("/customers", CustomerRoutes::list),
        routes.get(
            "/customers/*",
            (a, call) -> Answers.json(200, json(a, a.customers.byIdOrKey(call.pathParameter())))),
        routes.delete("/customers/*", "customer", CustomerRoutes::delete));
  }

  private static Reply create(Account account, Call call) {
    JsonNode body = Dialect.V1.read(call.body(), CREATE, "CustomerCreate");
    for (String field : List.of("primaryEmail", "currency", "billingAddress")) {
      if (body.has(field)) {
        throw new Refused(Problem.notImplemented("the field " + field));
      }
    }
    Customer.Draft draft =
        new Customer.Draft(
            body.has("key") ? body.path("key").asText() : null,
            body.path("name").asText(),
            Texts.listed(body.path("usageAttribution").path("subjectKeys")),
            Texts.named(body.path("metadata")));
    return Answers.json(201, json(account, account.customers.create(draft)));
  }

  private static Reply list(Account account, Call call) {
    List<ObjectNode> found =
        account
            .customers
            .list(customer ->
                holds(customer.key() == null ? "" : customer.key(), call.query("key"))
                    && holds(customer.name(), call.query("name"))
                    && hasSubject(customer, call.query("subject")))
            .stream()
            .map(customer -> json(account, customer))
            .toList();
    return Answers.json(200, V1Routes.page(call, found));
  }

  private static Reply delete(Account account, Call call) {
    Customer customer = account.customers.byIdOrKey(call.pathParameter());
    if (customer.isDeleted()) {
      throw new Refused(
          Problem.preconditionFailed(
              "customer is deleted [namespace=default customer.id=%s]".formatted(customer.id())));
    }
    account.refuseRunning(customer.id());
    account.customers.delete(customer.id());
    return Answers.empty(204);
  }

  private static boolean hasSubject(Customer customer, String part) {
    return part.isEmpty() || customer.subjectKeys().stream().anyMatch(key -> holds(key, part));
  }

  /** A part of it is enough, in whatever case. */
  private static boolean holds(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static ObjectNode json(Account account, Customer customer) {
    ObjectNode json = Json.MAPPER.createObjectNode().put("id", customer.id());
    if (customer.key() != null) {
      json.put("key", customer.key());
    }
    json.put("name", customer.name());
    if (!customer.subjectKeys().isEmpty()) {
      customer
          .subjectKeys()
          .forEach(json.putObject("usageAttribution").putArray("subjectKeys")::add);
    }
    customer.labels().forEach(json.putObject("metadata")::put);
    json.put("createdAt", customer.createdAt().toString());
    json.put("updatedAt", customer.updatedAt().toString());
    if (customer.deletedAt() != null) {
      json.put("deletedAt", customer.deletedAt().toString());
    }
    ArrayNode subscriptions = json.putArray("subscriptions");
    for (Subscription subscription : account.subscriptions.ofCustomer(customer.id())) {
      if (subscription.status(account.now()) != Subscription.Status.INACTIVE) {
        json.put("currentSubscriptionId", subscription.id());
        subscriptions.add(SubscriptionRoutes.json(account, subscription));
      }
    }
    return json;
  }
}
