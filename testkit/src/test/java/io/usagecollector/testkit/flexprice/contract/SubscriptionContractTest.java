package io.usagecollector.testkit.flexprice.contract;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertAnswer;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertBrokenField;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertRefusal;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertValidation;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.testkit.client.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheet 4: subscriptions. Trap 5. */
@ContractTest
class SubscriptionContractTest {
  private final ServerUnderTest server;
  private final Metered metered;

  SubscriptionContractTest(ServerUnderTest server) {
    this.server = server;
    this.metered = server.metered();
  }

  @Test
  void aSubscriptionIsActiveAtOnceAndHasALineItemAPrice() {
    String customer = newCustomer();
    JsonNode subscription = created(customer, "");
    assertThat(subscription.path("id").asText()).startsWith("subs_");
    assertThat(subscription.path("subscription_status").asText()).isEqualTo("active");
    assertThat(subscription.path("currency").asText()).isEqualTo("usd");
    assertThat(subscription.path("plan_id").asText()).isEqualTo(metered.plan());
    assertThat(subscription.path("billing_cycle").asText()).isEqualTo("anniversary");
    assertThat(subscription.path("start_date").asText()).startsWith("2020-01-01T00:00:00");
    assertThat(subscription.path("line_items")).hasSize(2);
    for (JsonNode item : subscription.path("line_items")) {
      assertThat(item.path("start_date").asText()).startsWith("2020-01-01T00:00:00");
    }
  }

  @Test
  void nothingAboutASubscriptionIsUnique() {
    String customer = newCustomer();
    created(customer, ",\"lookup_key\":\"the-same\"");
    created(customer, ",\"lookup_key\":\"the-same\"");
    server.eventually(() ->
        assertThat(server.client().subscriptions(customer)).hasSize(2).doesNotHaveDuplicates());
  }

  @Test
  void concurrentCreatesAllMakeOne() throws Exception {
    String customer = newCustomer();
    List<Integer> statuses =
        CustomerContractTest.concurrently(8, () -> create(customer, "").status());
    assertThat(statuses).hasSize(8).containsOnly(201);
    server.eventually(() -> assertThat(server.client().subscriptions(customer)).hasSize(8));
  }

  @ParameterizedTest
  @CsvSource({"plan_id, PlanID", "currency, Currency", "billing_period, BillingPeriod"})
  void aMissingFieldIsNamed(String key, String field) {
    String body = body("someone", "").replace("\"" + key + "\"", "\"other\"");
    assertBrokenField(
        server.post("/v1/subscriptions", body), "CreateSubscriptionRequest", field, "required");
  }

  @Test
  void oneOfTheCustomerIdsIsNeeded() {
    assertValidation(
        server.post(
            "/v1/subscriptions",
            body("someone", "").replace("external_customer_id", "something_else")),
        "Please provide either customer_id or external_customer_id");
  }

  @Test
  void whatDoesNotBindIsAnInvalidFormat() {
    assertValidation(server.post("/v1/subscriptions", "not json"), "Invalid request format");
    assertValidation(server.post("/v1/subscriptions", "{\"plan_id\":1}"), "Invalid request format");
  }

  @Test
  void anUnknownCustomerIsNotFoundByItsLookupKey() {
    String nobody = server.unique("nobody");
    assertAnswer(
        create(nobody, ""),
        404,
        """
        {"code":"not_found","message":"Customer with lookup key %s was not found",
         "http_status_code":404,"details":{"lookup_key":"%s"}}\
        """
            .formatted(nobody, nobody));
  }

  @Test
  void anUnknownPlanIsNotFound() {
    String customer = newCustomer();
    assertRefusal(
        server.post("/v1/subscriptions", body(customer, "").replace(metered.plan(), "plan_nobody")),
        404,
        "not_found",
        "Plan with ID plan_nobody was not found");
  }

  @Test
  void aPlanWithoutPricesCannotBeSubscribed() {
    String plan = server.client().createPlan(server.unique("plan"), server.unique("key"));
    assertRefusal(
        server.post("/v1/subscriptions", body(newCustomer(), "").replace(metered.plan(), plan)),
        400,
        "validation_error",
        "The entity must have at least one price to create a subscription");
  }

  @Test
  void anotherBillingPeriodAnswersLikeAPlanWithoutPrices() {
    assertRefusal(
        server.post("/v1/subscriptions", body(newCustomer(), "").replace("MONTHLY", "ANNUAL")),
        400,
        "validation_error",
        "The entity must have at least one price to create a subscription");
  }

  @Test
  void anotherCurrencyMatchesNoPrice() {
    assertRefusal(
        server.post(
            "/v1/subscriptions",
            body(newCustomer(), "").replace("\"currency\":\"USD\"", "\"currency\":\"eur\"")),
        400,
        "validation_error",
        "No prices match the subscription criteria");
  }

  @Test
  void aCustomerWithoutSubscriptionsHasNullItemsAndZeroTotals() {
    String customer = newCustomer();
    server.eventually(() ->
        assertAnswer(
            server.get("/v1/customers/external/" + customer + "/subscriptions"),
            200,
            "{\"items\":null,\"pagination\":{\"total\":0,\"limit\":0,\"offset\":0}}"));
  }

  @Test
  void subscriptionsOfAnUnknownCustomerAreNotFoundOnBothRoutes() {
    String nobody = server.unique("nobody");
    String expected =
        """
        {"code":"not_found","message":"Customer with lookup key %s was not found",
         "http_status_code":404,"details":{"external_customer_id":"%s","lookup_key":"%s"}}\
        """
            .formatted(nobody, nobody, nobody);
    assertAnswer(server.get("/v1/customers/external/" + nobody + "/subscriptions"), 404, expected);
    assertAnswer(search("{\"external_customer_id\":\"" + nobody + "\"}"), 404, expected);
  }

  @Test
  void aDraftIsAbsentFromDefaultListsUntilItIsActivated() {
    String customer = newCustomer();
    JsonNode draft = created(customer, ",\"subscription_status\":\"draft\"");
    assertThat(draft.path("subscription_status").asText()).isEqualTo("draft");
    assertThat(server.client().subscriptions(customer)).isEmpty();
    assertThat(found(customer, "")).isEmpty();
    server.eventually(
        () -> assertThat(found(customer, ",\"subscription_status\":[\"draft\"]")).hasSize(1));

    assertThat(activate(draft).json().path("subscription_status").asText()).isEqualTo("active");
    server.eventually(() -> assertThat(server.client().subscriptions(customer)).hasSize(1));
    assertRefusal(
        activate(draft), 400, "validation_error", "Only draft subscriptions can be activated");
  }

  @Test
  void eventsSentWhileASubscriptionIsADraftCountAfterItIsActivated() {
    String customer = newCustomer();
    JsonNode draft = created(customer, ",\"subscription_status\":\"draft\"");
    metered.send(metered.event(customer, "early", "4"));
    assertThat(metered.summed(customer).total()).isZero();
    activate(draft);
    metered.awaitSum(customer, "4");
  }

  @Test
  void activatingNeedsAStartDate() {
    JsonNode draft = created(newCustomer(), ",\"subscription_status\":\"draft\"");
    assertBrokenField(
        server.post("/v1/subscriptions/" + draft.path("id").asText() + "/activate", "{}"),
        "ActivateDraftSubscriptionRequest",
        "StartDate",
        "required");
  }

  @Test
  void aCancelledSubscriptionBillsNoMoreAndCannotBeCancelledAgain() {
    String customer = newCustomer();
    JsonNode subscription = created(customer, "");
    metered.send(metered.event(customer, "one", "4"));
    metered.awaitSum(customer, "4");
    assertThat(cancel(subscription).status()).isEqualTo(200);
    server.eventually(() -> assertThat(metered.summed(customer).total()).isZero());
    assertRefusal(
        cancel(subscription), 400, "validation_error", "The subscription is already cancelled");
  }

  @Test
  void subscriptionsAreFoundByPlanAndByLookupKey() {
    String customer = newCustomer();
    created(customer, ",\"lookup_key\":\"auto:1\"");
    server.eventually(
        () -> assertThat(found(customer, ",\"plan_id\":\"" + metered.plan() + "\"")).hasSize(1));
    assertThat(found(customer, ",\"plan_id\":\"plan_nobody\"")).isEmpty();
    assertThat(found(customer, filter("auto:1"))).hasSize(1);
    assertThat(found(customer, filter("auto:2"))).isEmpty();
  }

  private static String filter(String lookupKey) {
    return """
    ,"filters":[{"field":"lookup_key","operator":"eq","data_type":"string",
      "value":{"string":"%s"}}]\
    """
        .formatted(lookupKey);
  }

  private JsonNode found(String customer, String more) {
    return search("{\"external_customer_id\":\"" + customer + "\",\"limit\":50" + more + "}")
        .json()
        .path("items");
  }

  private HttpAnswer search(String body) {
    return server.post("/v1/subscriptions/search", body);
  }

  private HttpAnswer activate(JsonNode subscription) {
    return server.post(
        "/v1/subscriptions/" + subscription.path("id").asText() + "/activate",
        "{\"start_date\":\"2020-01-01T00:00:00Z\"}");
  }

  private HttpAnswer cancel(JsonNode subscription) {
    return server.post(
        "/v1/subscriptions/" + subscription.path("id").asText() + "/cancel",
        "{\"cancellation_type\":\"immediate\"}");
  }

  private JsonNode created(String customer, String more) {
    HttpAnswer answer = create(customer, more);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private HttpAnswer create(String customer, String more) {
    return server.post("/v1/subscriptions", body(customer, more));
  }

  private String body(String customer, String more) {
    return """
    {"external_customer_id":"%s","plan_id":"%s","currency":"USD","billing_period":"MONTHLY",
     "billing_period_count":1,"billing_cadence":"RECURRING",
     "start_date":"2020-01-01T00:00:00Z"%s}\
    """
        .formatted(customer, metered.plan(), more);
  }

  private String newCustomer() {
    String customer = server.unique("cust");
    server.client().ensureCustomer(customer);
    return customer;
  }
}
