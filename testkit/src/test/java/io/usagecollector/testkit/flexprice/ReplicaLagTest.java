package io.usagecollector.testkit.flexprice;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.clock.MovableClock;
import io.usagecollector.testkit.flexprice.contract.Metered;
import io.usagecollector.testkit.flexprice.contract.ServerUnderTest;
import io.usagecollector.testkit.flexprice.contract.StandInOnly;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sheet 3 and 4: reads go to a replica, which is behind. */
@StandInOnly("needs a replica that is behind by a known time")
class ReplicaLagTest {
  private static final Duration LAG = Duration.ofSeconds(1);

  private final MovableClock clock = new MovableClock();
  private final ServerUnderTest server =
      ServerUnderTest.of(
          FlexpriceStandIn.start(new StandInOptions().plainHttp().clock(clock).replicaLag(LAG)));
  private final Metered metered = server.metered();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCustomerIsThereAtOnceForWhoMakesItAndLaterForWhoLooks() {
    String id = create("late");
    assertThat(server.post("/v1/customers", body("late")).status()).isEqualTo(409);
    assertThat(server.get("/v1/customers/external/late").status()).isEqualTo(404);
    assertThat(items("/v1/customers/search", "{\"external_ids\":[\"late\"]}")).isEmpty();
    clock.advance(LAG.minusMillis(1));
    assertThat(server.get("/v1/customers/external/late").status()).isEqualTo(404);
    clock.advance(Duration.ofMillis(1));
    assertThat(server.get("/v1/customers/external/late").json().path("id").asText()).isEqualTo(id);
  }

  @Test
  void aCustomerMadeJustNowCanBeSubscribed() {
    assertThat(subscribe(create("late"), "").status()).isEqualTo(201);
  }

  @Test
  void aDraftMadeJustNowIsNeitherListedNorActivated() {
    String customer = create("late");
    String draft = draft(customer);
    assertThat(found(customer)).isEmpty();
    assertRefusal(activate(draft), 404, "not_found", "Subscription not found");
    clock.advance(LAG);
    assertThat(found(customer)).hasSize(1);
    assertThat(activate(draft).status()).isEqualTo(200);
  }

  @Test
  void aDraftActivatedJustNowIsListedAsADraftAndActivatedAgain() {
    String customer = create("late");
    String draft = draft(customer);
    clock.advance(LAG);
    assertThat(activate(draft).status()).isEqualTo(200);
    assertThat(found(customer).path(0).path("subscription_status").asText()).isEqualTo("draft");
    assertThat(activate(draft).status()).isEqualTo(200);
    clock.advance(LAG);
    assertThat(found(customer).path(0).path("subscription_status").asText()).isEqualTo("active");
    assertRefusal(
        activate(draft), 400, "validation_error", "Only draft subscriptions can be activated");
  }

  private String create(String customer) {
    return server.post("/v1/customers", body(customer)).json().path("id").asText();
  }

  private static String body(String customer) {
    return "{\"external_id\":\"" + customer + "\",\"name\":\"n\"}";
  }

  private String draft(String customer) {
    HttpAnswer answer = subscribe(customer, ",\"subscription_status\":\"draft\"");
    return answer.json().path("id").asText();
  }

  private HttpAnswer subscribe(String customer, String more) {
    return server.post(
        "/v1/subscriptions",
        """
        {"customer_id":"%s","plan_id":"%s","currency":"usd","billing_period":"MONTHLY"%s}\
        """
            .formatted(customer, metered.plan(), more));
  }

  private HttpAnswer activate(String id) {
    return server.post(
        "/v1/subscriptions/" + id + "/activate", "{\"start_date\":\"2021-01-01T00:00:00Z\"}");
  }

  private JsonNode found(String customer) {
    return items(
        "/v1/subscriptions/search",
        "{\"customer_id\":\"" + customer + "\",\"subscription_status\":[\"draft\",\"active\"]}");
  }

  private JsonNode items(String path, String body) {
    return server.post(path, body).json().path("items");
  }
}
