package io.usagecollector.testkit.openmeter.routes.v3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.http.Reply;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.openmeter.catalog.Customer;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /customers}. */
final class CustomerRoutes {
  private static final Set<String> FIELDS =
      Set.of(
          "key",
          "name",
          "primary_email",
          "usage_attribution_subject_key",
          "plan_key",
          "billing_profile_id");
  private static final Rule CREATE =
      V3Routes.sealed(
          Map.of(
              "name", Rule.text(1, 256),
              "key", Rule.text(1, 256),
              "labels", V3Routes.labels(),
              "description", Rule.text(0, 1024),
              "usage_attribution",
                  V3Routes.sealed(Map.of("subject_keys", Rule.listOf(Rule.text())), "subject_keys"),
              "primary_email", Rule.text(0, 256),
              "currency", Rule.text(3, 3),
              "billing_address", Rule.mapOf(Rule.anything())),
          "name",
          "key");

  private CustomerRoutes() {}

  static List<Route> of(DatabaseRoutes routes) {
    return List.of(
        routes.post("/customers", "customer", CustomerRoutes::create),
        routes.get("/customers", CustomerRoutes::list),
        routes.get("/customers/*", CustomerRoutes::get),
        routes.delete("/customers/*", "customer", CustomerRoutes::delete));
  }

  private static Reply create(Account account, Call call) {
    JsonNode body = Dialect.V3.read(call.body(), CREATE, "CreateCustomerRequest");
    for (String field : List.of("description", "primary_email", "currency", "billing_address")) {
      if (body.has(field)) {
        throw new Refused(Problem.notImplemented("the field " + field));
      }
    }
    Customer.Draft draft =
        new Customer.Draft(
            body.path("key").asText(),
            body.path("name").asText(),
            Texts.listed(body.path("usage_attribution").path("subject_keys")),
            Texts.named(body.path("labels")));
    return Answers.json(201, json(account.customers.create(draft)));
  }

  private static Reply list(Account account, Call call) {
    Filters filters = Filters.of(call, FIELDS);
    List<ObjectNode> found =
        account.customers.list(customer -> pass(filters, customer)).stream()
            .map(CustomerRoutes::json)
            .toList();
    return Answers.json(200, Page.of(call).of(found));
  }

  private static boolean pass(Filters filters, Customer customer) {
    return filters.pass("key", Stream.ofNullable(customer.key()).toList())
        && filters.pass("name", customer.name())
        && filters.pass("usage_attribution_subject_key", customer.subjectKeys());
  }

  private static Reply get(Account account, Call call) {
    return Answers.json(200, json(account.customers.byId(V3Routes.id(call))));
  }

  private static Reply delete(Account account, Call call) {
    String id = V3Routes.id(call);
    account.refuseRunning(id);
    account.customers.delete(id);
    return Answers.empty(204);
  }

  private static ObjectNode json(Customer customer) {
    ObjectNode json = Json.MAPPER.createObjectNode().put("id", customer.id());
    json.put("key", customer.key() == null ? "" : customer.key());
    json.put("name", customer.name());
    if (!customer.subjectKeys().isEmpty()) {
      customer
          .subjectKeys()
          .forEach(json.putObject("usage_attribution").putArray("subject_keys")::add);
    }
    customer.labels().forEach(json.putObject("labels")::put);
    json.put("created_at", customer.createdAt().toString());
    json.put("updated_at", customer.updatedAt().toString());
    if (customer.deletedAt() != null) {
      json.put("deleted_at", customer.deletedAt().toString());
    }
    return json;
  }
}
