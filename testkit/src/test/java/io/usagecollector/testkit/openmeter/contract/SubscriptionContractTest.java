package io.usagecollector.testkit.openmeter.contract;

import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V1;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.V3;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.encoded;
import static io.usagecollector.testkit.openmeter.contract.ServerUnderTest.filter;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.openmeter.client.OpenMeterClient;
import io.usagecollector.testkit.openmeter.client.PlanHandle;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets 3 and 4: subscriptions. One request after the other: four at once stop a real server. */
@ContractTest
class SubscriptionContractTest {
  private static final String NOBODY = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

  private final ServerUnderTest server;
  private final OpenMeterClient client;

  SubscriptionContractTest(ServerUnderTest server) {
    this.server = server;
    this.client = server.client();
  }

  @Test
  void v3SubscribesByIdsToTheVersionThatIsAskedFor() {
    PlanHandle plan = published();
    String customer = client.createCustomer(server.unique("cust"));
    HttpAnswer answer = subscribeV3(byId(customer), plan.key(), ",\"version\":1");
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().path("customer_id").asText()).isEqualTo(customer);
    assertThat(answer.json().path("status").asText()).isEqualTo("active");
    assertThat(answer.json().at("/plan/id").asText()).isEqualTo(plan.id());
    assertThat(answer.json().at("/plan/key").asText()).isEqualTo(plan.key());
    assertThat(answer.json().at("/plan/version").asInt()).isEqualTo(1);
    assertThat(answer.json().path("active_from").asText()).isNotEmpty();
  }

  @Test
  void v1SubscribesByKeys() {
    PlanHandle plan = published();
    String key = server.unique("cust");
    client.createCustomer(key);
    HttpAnswer answer = subscribeV1("\"customerKey\":\"" + key + "\"", plan.key(), "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().path("status").asText()).isEqualTo("active");
    assertThat(answer.json().at("/plan/version").asInt()).isEqualTo(1);
    HttpAnswer list = server.get(V1 + "/customers/" + key + "/subscriptions");
    assertThat(list.json().path("items")).hasSize(1);
    assertThat(list.json().at("/items/0/id").asText()).isEqualTo(answer.json().path("id").asText());
  }

  @Test
  void v1StartsUpToTwoMinutesBackAndNoFurther() {
    PlanHandle plan = published();
    Instant minuteAgo = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    HttpAnswer back = startingAt(minuteAgo, plan);
    assertThat(back.status()).as(back.body()).isEqualTo(201);
    assertThat(Instant.parse(back.json().path("activeFrom").asText())).isEqualTo(minuteAgo);
    assertThat(startingAt(minuteAgo.minusSeconds(600), plan).status()).isEqualTo(400);
  }

  private HttpAnswer startingAt(Instant start, PlanHandle plan) {
    String customer = client.createCustomer(server.unique("cust"));
    return server.post(
        V1 + "/subscriptions",
        "{\"customerId\":\"%s\",\"plan\":{\"key\":\"%s\"},\"timing\":\"%s\"}"
            .formatted(customer, plan.key(), start));
  }

  @Test
  void aCustomerHasOneAtATimeWhateverThePlan() {
    String customer = client.createCustomer(server.unique("cust"));
    client.subscribe(customer, published());
    PlanHandle other = published();
    assertSingle(subscribeV3(byId(customer), other.key(), ",\"version\":1"));
    assertSingle(subscribeV1("\"customerId\":\"" + customer + "\"", other.key(), ""));
    assertThat(client.subscriptions(customer)).hasSize(1);
  }

  @Test
  void aCanceledOneRunsOnAndLeavesNoRoomForAnother() {
    String customer = client.createCustomer(server.unique("cust"));
    PlanHandle plan = published();
    String id = client.subscribe(customer, plan).id();
    HttpAnswer canceled =
        server.post(V3 + "/subscriptions/" + id + "/cancel", "{\"timing\":\"next_billing_cycle\"}");
    assertThat(canceled.status()).as(canceled.body()).isEqualTo(200);
    assertThat(canceled.json().path("status").asText()).isEqualTo("canceled");
    assertThat(canceled.json().path("active_to").asText()).isNotEmpty();
    assertSingle(subscribeV3(byId(customer), plan.key(), ",\"version\":1"));
  }

  @Test
  void v3WithoutAVersionTakesTheHighestWhateverItsStatus() {
    PlanHandle plan = published();
    client.draftPlan(plan.key());
    String customer = client.createCustomer(server.unique("cust"));
    HttpAnswer draft = subscribeV3(byId(customer), plan.key(), "");
    assertThat(draft.status()).isEqualTo(400);
    assertThat(draft.json().path("detail").asText())
        .contains("plan " + plan.key() + "@2 is not active");
    assertThat(subscribeV3(byId(customer), plan.key(), ",\"version\":1").status()).isEqualTo(201);
  }

  @Test
  void v1PassesOverTheVersionAndTakesTheActiveOne() {
    PlanHandle plan = published();
    client.draftPlan(plan.key());
    String customer = client.createCustomer(server.unique("cust"));
    HttpAnswer answer =
        subscribeV1("\"customerId\":\"" + customer + "\"", plan.key(), ",\"version\":2");
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().at("/plan/version").asInt()).isEqualTo(1);
  }

  @Test
  void aPlanThatIsArchivedIsNotActive() {
    PlanHandle plan = published();
    client.archivePlan(plan.id());
    String customer = client.createCustomer(server.unique("cust"));
    assertThat(subscribeV3(byId(customer), plan.key(), ",\"version\":1").status()).isEqualTo(400);
  }

  @Test
  void aPlanThatNobodyMadeIsNotFound() {
    String customer = client.createCustomer(server.unique("cust"));
    assertThat(subscribeV3(byId(customer), server.unique("nobody"), "").status()).isEqualTo(404);
    assertThat(
            subscribeV1("\"customerId\":\"" + customer + "\"", server.unique("nobody"), "")
                .status())
        .isEqualTo(404);
  }

  @Test
  void aCustomerThatNobodyMadeIsNotFound() {
    PlanHandle plan = published();
    assertThat(subscribeV3(byId(NOBODY), plan.key(), "").status()).isEqualTo(404);
    String byKey = "{\"key\":\"" + server.unique("nobody") + "\"}";
    assertThat(subscribeV3(byKey, plan.key(), "").status()).isEqualTo(404);
    assertThat(subscribeV1("\"customerId\":\"" + NOBODY + "\"", plan.key(), "").status())
        .isEqualTo(404);
  }

  @Test
  void aDeletedCustomerIsAFailedPreconditionByIdAndNotFoundByKey() {
    PlanHandle plan = published();
    String key = server.unique("gone");
    String id = client.createCustomer(key);
    client.deleteCustomer(id);
    assertThat(subscribeV3(byId(id), plan.key(), "").status()).isEqualTo(412);
    assertThat(subscribeV3("{\"key\":\"" + key + "\"}", plan.key(), "").status()).isEqualTo(404);
  }

  @Test
  void theListIsFilteredByCustomerAndStatus() {
    String customer = client.createCustomer(server.unique("cust"));
    PlanHandle plan = published();
    client.subscribe(customer, plan);
    String ofCustomer = V3 + "/subscriptions?" + filter("customer_id", customer);
    assertThat(total(ofCustomer)).isEqualTo(1);
    assertThat(total(ofCustomer + "&" + filter("plan_key", plan.key()))).isEqualTo(1);
    assertThat(total(ofCustomer + "&" + filter("plan_key", server.unique("nobody")))).isZero();
    String oneOf = "&" + encoded("filter[status][oeq]") + "=";
    assertThat(total(ofCustomer + oneOf + "active,scheduled,canceled")).isEqualTo(1);
    assertThat(total(ofCustomer + oneOf + "inactive,scheduled")).isZero();
  }

  @Test
  void aBareCustomerIdIsPassedOverAndFindsOthers() {
    client.subscribe(client.createCustomer(server.unique("cust")), published());
    String without = client.createCustomer(server.unique("cust"));
    assertThat(total(V3 + "/subscriptions?" + filter("customer_id", without))).isZero();
    assertThat(total(V3 + "/subscriptions?customer_id=" + without)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"customer\":{\"id\":\"" + NOBODY + "\"}}",
        "{\"customer\":{},\"plan\":{\"key\":\"k\"}}",
        "{\"customer\":{\"id\":\"x\"},\"plan\":{\"key\":\"k\"}}",
        "{\"customer\":{\"key\":\"k\"},\"plan\":{\"key\":\"k\"},\"timing\":\"immediate\"}",
        "{\"customer\":{\"key\":\"k\"},\"plan\":{\"key\":\"Not A Key\"}}"
      })
  void v3RefusesBodiesThatAreNotAsItWantsThem(String body) {
    assertThat(server.post(V3 + "/subscriptions", body).status()).isEqualTo(400);
  }

  private PlanHandle published() {
    return client.publishPlan(client.draftPlan(server.unique("plan")).id());
  }

  private int total(String path) {
    HttpAnswer answer = server.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().at("/meta/page/total").asInt();
  }

  private HttpAnswer subscribeV3(String customer, String planKey, String more) {
    return server.post(
        V3 + "/subscriptions",
        "{\"customer\":%s,\"plan\":{\"key\":\"%s\"%s}}".formatted(customer, planKey, more));
  }

  private HttpAnswer subscribeV1(String customer, String planKey, String more) {
    return server.post(
        V1 + "/subscriptions",
        "{%s,\"plan\":{\"key\":\"%s\"%s},\"timing\":\"immediate\"}"
            .formatted(customer, planKey, more));
  }

  private static String byId(String id) {
    return "{\"id\":\"" + id + "\"}";
  }

  private static void assertSingle(HttpAnswer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    List<String> codes = answer.json().at("/extensions/validationErrors").findValuesAsText("code");
    assertThat(codes)
        .isNotEmpty()
        .allMatch(code ->
            code.equals("only_single_subscription_allowed_per_customer_at_a_time")
                || code.equals("only_single_subscription_item_allowed_at_a_time"));
  }
}
