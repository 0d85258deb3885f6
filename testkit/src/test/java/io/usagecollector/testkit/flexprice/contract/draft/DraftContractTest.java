package io.usagecollector.testkit.flexprice.contract.draft;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import io.usagecollector.testkit.flexprice.contract.ContractTest;
import io.usagecollector.testkit.flexprice.contract.Metered;
import io.usagecollector.testkit.flexprice.contract.ServerUnderTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheet 4: what ensuring a subscription as a draft first relies on. */
@ContractTest
class DraftContractTest {
  private static final String ALL =
      "[\"active\",\"trialing\",\"paused\",\"incomplete\",\"draft\",\"cancelled\"]";

  private final ServerUnderTest server;
  private final Metered metered;

  DraftContractTest(ServerUnderTest server) {
    this.server = server;
    this.metered = server.metered();
  }

  @Test
  void aSearchByTheCustomersOwnIdShowsAllStatusesWithLineItemsAndPlan() {
    String customer = newCustomer();
    String draft = draft(customer);
    String active = created(customer, "").path("id").asText();
    server.eventually(() -> {
      JsonNode items = found(customer);
      assertThat(items.findValuesAsText("lookup_key")).contains("auto:x");
      assertThat(ids(items)).containsExactlyInAnyOrder(draft, active);
    });
    for (JsonNode item : found(customer)) {
      assertThat(item.path("customer_id").asText()).isEqualTo(customer);
      assertThat(item.path("created_at").asText()).isNotEmpty();
      assertThat(item.path("line_items")).hasSize(2);
      assertThat(item.path("plan").path("id").asText()).isEqualTo(metered.plan());
      assertThat(item.path("plan").path("lookup_key").asText()).isNotEmpty();
    }
  }

  @Test
  void aSearchByAnUnknownIdFindsNothing() {
    assertThat(found("cust_nobody")).isEmpty();
  }

  @Test
  void whatIsActivatedStartsAnewWithAllItsLineItems() {
    String draft = draft(newCustomer());
    server.eventually(() -> {
      HttpAnswer answer = activate(draft, "2021-02-03T04:05:06Z");
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    });
    server.eventually(() -> {
      JsonNode now = server.get("/v1/subscriptions/" + draft).json();
      assertThat(now.path("subscription_status").asText()).isEqualTo("active");
      assertThat(now.path("start_date").asText()).startsWith("2021-02-03T04:05:06");
      for (JsonNode item : now.path("line_items")) {
        assertThat(item.path("start_date").asText()).startsWith("2021-02-03T04:05:06");
      }
    });
  }

  @Test
  void aLineItemStartsNoSoonerThanItsPrice() {
    String plan = planPricedFrom("2024-05-06T07:08:09Z");
    JsonNode draft = created(newCustomer(), ",\"subscription_status\":\"draft\"", plan);
    JsonNode item = draft.path("line_items").path(0);
    assertThat(draft.path("start_date").asText()).startsWith("2020-01-01T00:00:00");
    assertThat(item.path("start_date").asText()).startsWith("2024-05-06T07:08:09");
  }

  @Test
  void anUnknownSubscriptionCannotBeActivated() {
    assertRefusal(
        activate("subs_nobody", "2021-02-03T04:05:06Z"),
        404,
        "not_found",
        "Subscription not found");
  }

  @Test
  void aDraftCannotBeCancelledButUpdatedToCancelled() {
    String customer = newCustomer();
    String draft = draft(customer);
    server.eventually(() ->
        assertRefusal(
            server.post(
                "/v1/subscriptions/" + draft + "/cancel", "{\"cancellation_type\":\"immediate\"}"),
            400,
            "validation_error",
            "Draft subscriptions must be activated before cancellation."));
    HttpAnswer updated = update(draft, "cancelled");
    assertThat(updated.status()).as(updated.body()).isEqualTo(200);
    server.eventually(() ->
        assertThat(found(customer).path(0).path("subscription_status").asText())
            .isEqualTo("cancelled"));
    server.eventually(() ->
        assertRefusal(
            activate(draft, "2021-02-03T04:05:06Z"),
            400,
            "validation_error",
            "Only draft subscriptions can be activated"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"paused", "trialing", "incomplete"})
  void aStatusIsSearchedForAsItStands(String status) {
    String customer = newCustomer();
    String id = created(customer, "").path("id").asText();
    server.eventually(() -> assertThat(update(id, status).status()).isEqualTo(200));
    server.eventually(() ->
        assertThat(found(customer).path(0).path("subscription_status").asText()).isEqualTo(status));
  }

  @Test
  void anUnknownCustomersIdIsNotFoundByIt() {
    HttpAnswer answer = create("cust_nobody", "", metered.plan());
    assertRefusal(answer, 404, "not_found", "Customer with ID cust_nobody was not found");
    assertThat(answer.json().path("details").path("customer_id").asText()).isEqualTo("cust_nobody");
  }

  @Test
  void anUnknownPlanIsNotFoundByItsId() {
    HttpAnswer answer = create(newCustomer(), "", "plan_nobody");
    assertRefusal(answer, 404, "not_found", "Plan with ID plan_nobody was not found");
    assertThat(answer.json().path("details").path("plan_id").asText()).isEqualTo("plan_nobody");
  }

  @Test
  void anArchivedCustomerCannotBeSubscribed() {
    String customer = newCustomer();
    server.eventually(
        () -> assertThat(server.delete("/v1/customers/" + customer).status()).isEqualTo(204));
    server.eventually(() ->
        assertRefusal(
            create(customer, "", metered.plan()),
            400,
            "validation_error",
            "The customer must be active to create a subscription"));
  }

  @Test
  void anArchivedPlanCannotBeSubscribedAndIsInNoListButFoundByItsId() {
    String key = server.unique("key");
    String plan = server.client().createPlan(server.unique("plan"), key);
    server.eventually(() -> assertThat(server.delete("/v1/plans/" + plan).status()).isEqualTo(200));
    server.eventually(() -> assertThat(server.client().findPlan(key)).isEmpty());
    server.eventually(() ->
        assertThat(server.get("/v1/plans/" + plan).json().path("status").asText())
            .isEqualTo("archived"));
    assertRefusal(
        create(newCustomer(), "", plan),
        400,
        "validation_error",
        "The plan must be active to create a subscription");
  }

  @Test
  void aPlansPricesSayWhatTheyAreBilledByAndWhenTheyWereMade() {
    JsonNode plan =
        server
            .post(
                "/v1/plans/search",
                "{\"lookup_key\":\"%s\",\"limit\":1,\"expand\":\"prices\"}"
                    .formatted(
                        server
                            .get("/v1/plans/" + metered.plan())
                            .json()
                            .path("lookup_key")
                            .asText()))
            .json()
            .path("items")
            .path(0);
    assertThat(plan.path("status").asText()).isEqualTo("published");
    assertThat(plan.path("prices")).hasSize(2);
    for (JsonNode price : plan.path("prices")) {
      assertThat(price.path("currency").asText()).isEqualTo("usd");
      assertThat(price.path("billing_period").asText()).isEqualTo("MONTHLY");
      assertThat(price.path("billing_period_count").asInt()).isEqualTo(1);
      assertThat(price.path("created_at").asText()).isNotEmpty();
    }
  }

  private String planPricedFrom(String start) {
    String name = server.unique("late");
    MeterHandle meter = server.client().createMeter(MeterHandle.Draft.count(name, name));
    String plan = server.client().createPlan(server.unique("plan"), server.unique("key"));
    HttpAnswer price =
        server.post(
            "/v1/prices",
            """
            {"entity_type":"PLAN","entity_id":"%s","type":"USAGE","billing_model":"FLAT_FEE",
             "billing_period":"MONTHLY","billing_period_count":1,"invoice_cadence":"ARREAR",
             "price_unit_type":"FIAT","amount":"0.01","currency":"USD","meter_id":"%s",
             "start_date":"%s"}\
            """
                .formatted(plan, meter.id(), start));
    assertThat(price.status()).as(price.body()).isEqualTo(201);
    return plan;
  }

  private static List<String> ids(JsonNode items) {
    return items.valueStream().map(item -> item.path("id").asText()).toList();
  }

  private JsonNode found(String customer) {
    return server
        .post(
            "/v1/subscriptions/search",
            """
            {"customer_id":"%s","subscription_status":%s,"expand":"subscription_line_items",
             "limit":100,"offset":0}\
            """
                .formatted(customer, ALL))
        .json()
        .path("items");
  }

  private HttpAnswer activate(String id, String start) {
    return server.post(
        "/v1/subscriptions/" + id + "/activate", "{\"start_date\":\"" + start + "\"}");
  }

  private HttpAnswer update(String id, String status) {
    return server.send(
        "PUT",
        "/v1/subscriptions/" + id,
        "{\"status\":\"" + status + "\"}",
        server.calls().headers());
  }

  private String draft(String customer) {
    String more = ",\"subscription_status\":\"draft\",\"lookup_key\":\"auto:x\"";
    return created(customer, more).path("id").asText();
  }

  private JsonNode created(String customer, String more) {
    return created(customer, more, metered.plan());
  }

  private JsonNode created(String customer, String more, String plan) {
    HttpAnswer answer = create(customer, more, plan);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private HttpAnswer create(String customer, String more, String plan) {
    return server.post(
        "/v1/subscriptions",
        """
        {"customer_id":"%s","plan_id":"%s","currency":"USD","billing_period":"MONTHLY",
         "billing_period_count":1,"start_date":"2020-01-01T00:00:00Z"%s}\
        """
            .formatted(customer, plan, more));
  }

  private String newCustomer() {
    String customer = server.unique("cust");
    return server
        .post(
            "/v1/customers", "{\"external_id\":\"" + customer + "\",\"name\":\"" + customer + "\"}")
        .json()
        .path("id")
        .asText();
  }
}
