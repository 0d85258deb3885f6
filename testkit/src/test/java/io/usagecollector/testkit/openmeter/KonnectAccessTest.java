package io.usagecollector.testkit.openmeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.openmeter.access.TokenRole;
import io.usagecollector.testkit.openmeter.contract.StandInOnly;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@StandInOnly("Konnect's own gateway is not part of a self-hosted server")
class KonnectAccessTest {
  private static final String EVENT = Setup.event("1", "s", "{}");

  private final Setup setup =
      new Setup(
          new OpenMeterOptions()
              .token("spat_all", TokenRole.ADMIN)
              .token("spat_ingest", TokenRole.INGEST)
              .token("spat_billing", TokenRole.BILLING_ADMIN));

  @AfterEach
  void stop() {
    setup.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer ", "Bearer spat_nobody", "bearer spat_all", "spat_all"})
  void withoutATokenThatIsKnownNobodyComesIn(String authorization) {
    HttpAnswer answer = get(authorization);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("type").asText())
        .isEqualTo("https://kongapi.info/konnect/unauthenticated");
    assertThat(answer.json().path("instance").asText()).startsWith("urn:request:");
  }

  @Test
  void aTokenThatIsTakenAwayIsRefused() {
    assertThat(get("Bearer spat_all").status()).isEqualTo(200);
    setup.standIn.tokens().remove("spat_all");
    assertThat(get("Bearer spat_all").status()).isEqualTo(401);
  }

  @Test
  void aTokenForIngestBringsEventsAndDoesNothingElse() {
    assertThat(ingest("Bearer spat_ingest").status()).isEqualTo(202);
    HttpAnswer refused = get("Bearer spat_ingest");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("type").asText())
        .isEqualTo("https://kongapi.info/konnect/unauthorized");
  }

  @Test
  void aTokenForBillingBringsNoEvents() {
    assertThat(get("Bearer spat_billing").status()).isEqualTo(200);
    assertThat(ingest("Bearer spat_billing").status()).isEqualTo(403);
    assertThat(setup.standIn.books().events()).isEmpty();
  }

  @Test
  void theSelfHostedAddressesAskForNothingAndShareTheData() {
    assertThat(setup.get("/api/v1/customers").status()).isEqualTo(200);
    setup.client.createCustomer("c");
    assertThat(get("Bearer spat_all").json().at("/data/0/key").asText()).isEqualTo("c");
  }

  @Test
  void theFirstTokenIsTheStandInsOwn() {
    assertThat(setup.standIn.token()).isEqualTo("spat_all");
  }

  private HttpAnswer get(String authorization) {
    return setup.send(
        "GET",
        "/v3/openmeter/customers",
        "",
        authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization));
  }

  private HttpAnswer ingest(String authorization) {
    return setup.send(
        "POST",
        "/v3/openmeter/events",
        "[" + EVENT + "]",
        Map.of("Authorization", authorization, "Content-Type", Setup.BATCH));
  }
}
