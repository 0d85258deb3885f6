package io.usagecollector.testkit.flexprice.contract;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertBrokenField;
import static io.usagecollector.testkit.flexprice.contract.Answers.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Sheet 4 and 5: plans, prices, features. */
@ContractTest
class PlanContractTest {
  private final ServerUnderTest server;

  PlanContractTest(ServerUnderTest server) {
    this.server = server;
  }

  @Test
  void aPlanIsFoundByItsLookupKey() {
    String key = server.unique("key");
    String id = server.client().createPlan(server.unique("plan"), key);
    server.eventually(() -> assertThat(server.client().findPlan(key)).contains(id));
    JsonNode found =
        server
            .post(
                "/v1/plans/search",
                "{\"lookup_key\":\"" + key + "\",\"limit\":1,\"expand\":\"prices,meters\"}")
            .json();
    assertThat(found.path("items").path(0).path("id").asText()).isEqualTo(id);
  }

  @Test
  void anUnknownLookupKeyFindsNothing() {
    assertThat(server.client().findPlan(server.unique("nobody"))).isEmpty();
  }

  @Test
  void aLookupKeyIsNoPlanId() {
    String key = server.unique("key");
    server.client().createPlan(server.unique("plan"), key);
    assertRefusal(
        server.get("/v1/plans/" + key), 404, "not_found", "Plan with ID " + key + " was not found");
  }

  @Test
  void aLookupKeyIsUniqueAmongPlans() {
    String key = server.unique("key");
    server.client().createPlan(server.unique("plan"), key);
    assertThat(
            server
                .post("/v1/plans", "{\"name\":\"other\",\"lookup_key\":\"" + key + "\"}")
                .json()
                .path("code")
                .asText())
        .isEqualTo("already_exists");
  }

  @Test
  void aPlanNeedsAName() {
    assertBrokenField(server.post("/v1/plans", "{}"), "CreatePlanRequest", "Name", "required");
  }

  @Test
  void aMeteredFeatureBringsItsMeter() {
    String name = server.unique("feature");
    JsonNode feature =
        server
            .post(
                "/v1/features",
                """
                {"name":"%s","type":"metered","lookup_key":"%s","meter":{"name":"%s",
                 "event_name":"%s","aggregation":{"type":"SUM","field":"amount"},"filters":[],
                 "reset_usage":"BILLING_PERIOD"}}\
                """
                    .formatted(name, name, name, name))
            .json();
    assertThat(feature.path("id").asText()).startsWith("feat_");
    assertThat(feature.path("meter_id").asText()).startsWith("meter_");
  }

  @Test
  void aPriceKeepsTheStartItIsGivenAndItsAmountAsText() {
    Metered metered = server.metered();
    JsonNode plan = server.get("/v1/plans/" + metered.plan()).json();
    assertThat(plan.path("prices")).hasSize(2);
    for (JsonNode price : plan.path("prices")) {
      assertThat(price.path("amount").asText()).isEqualTo("0.01");
      assertThat(price.path("amount").isTextual()).isTrue();
      assertThat(price.path("start_date").asText()).startsWith("2020-01-01T00:00:00");
    }
  }
}
