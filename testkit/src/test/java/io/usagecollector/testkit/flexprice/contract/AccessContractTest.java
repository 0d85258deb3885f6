package io.usagecollector.testkit.flexprice.contract;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.flexprice.access.ApiKey;
import io.usagecollector.testkit.flexprice.access.Role;
import io.usagecollector.testkit.flexprice.catalog.Documents;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sheet 2: keys, roles, environments, each refusal in its own words. */
@ContractTest
class AccessContractTest {
  private static final String EVENT = "{\"event_name\":\"n\",\"external_customer_id\":\"c\"}";
  private static final String UNAUTHORIZED = "{\"error\":\"Unauthorized\"}";
  private static final String NO_ENVIRONMENT =
      "{\"error\":\"Access denied\",\"message\":\"Invalid or inaccessible environment\"}";
  private static final String INSUFFICIENT = "{\"message\":\"insufficient permissions\"}";

  private final ServerUnderTest server;

  AccessContractTest(ServerUnderTest server) {
    this.server = server;
  }

  @Test
  void aMissingKeyIsUnauthorized() {
    assertAnswer(server.send("POST", "/v1/events", EVENT, Map.of()), 401, UNAUTHORIZED);
  }

  @Test
  void aWrongKeyIsUnauthorizedOnEveryRoute() {
    for (String path : new String[] {"/v1/events", "/v1/events/bulk", "/v1/customers"}) {
      assertAnswer(
          server.send("POST", path, EVENT, Map.of("x-api-key", "sk_wrong")), 401, UNAUTHORIZED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Basic abc, Invalid authorization header format",
    "bearer abc, Invalid authorization header format",
    "Bearer abc, Invalid token"
  })
  void anAuthorizationHeaderIsRefusedInWordsOfItsOwn(String authorization, String error) {
    assertAnswer(
        server.send("POST", "/v1/events", EVENT, Map.of("Authorization", authorization)),
        401,
        "{\"error\":\"" + error + "\"}");
  }

  @Test
  void theKeyIsAskedForBeforeTheBodyIsRead() {
    assertAnswer(
        server.send("POST", "/v1/events", "not json", Map.of("x-api-key", "wrong")),
        401,
        UNAUTHORIZED);
  }

  @Test
  void aDatabaseKeyIgnoresTheEnvironmentHeader() {
    assumeThat(server.client().access().environmentId())
        .as("the key under test is bound to an environment")
        .isEmpty();
    Map<String, String> headers = new HashMap<>(server.calls().headers());
    headers.put("X-Environment-ID", "env_nobody");
    assertThat(server.send("POST", "/v1/events", EVENT, headers).status()).isEqualTo(202);
  }

  @Test
  void aKeyOfTheConfigurationFileMustNameItsEnvironment() {
    if (RealServer.isGiven()) {
      assumeThat(server.client().access().environmentId())
          .as("the key under test is one of the configuration file")
          .isPresent();
      assertEnvironmentIsAskedFor(server);
      return;
    }
    try (ServerUnderTest configured =
        ServerUnderTest.of(
            FlexpriceStandIn.start(new StandInOptions().key(ApiKey.fromConfigFile("local-key"))))) {
      assertEnvironmentIsAskedFor(configured);
      Map<String, String> headers = new HashMap<>(configured.calls().headers());
      headers.put("X-Environment-ID", Documents.environment());
      assertThat(configured.send("POST", "/v1/events", EVENT, headers).status()).isEqualTo(202);
    }
  }

  private static void assertEnvironmentIsAskedFor(ServerUnderTest asked) {
    Map<String, String> headers = new HashMap<>(asked.calls().headers());
    headers.remove("X-Environment-ID");
    assertAnswer(asked.send("POST", "/v1/events", EVENT, headers), 403, NO_ENVIRONMENT);
    headers.put("X-Environment-ID", "env_nobody");
    assertAnswer(asked.send("POST", "/v1/events", EVENT, headers), 403, NO_ENVIRONMENT);
  }

  @Test
  @StandInOnly("the key under test cannot make keys of other roles")
  void anIngestorWritesEventsAndReadsButCreatesNothing() {
    try (ServerUnderTest other = withRole(Role.EVENT_INGESTOR)) {
      assertThat(other.post("/v1/events", EVENT).status()).isEqualTo(202);
      assertThat(other.get("/v1/customers").status()).isEqualTo(200);
      for (String path :
          new String[] {
            "/v1/customers", "/v1/plans", "/v1/prices", "/v1/features", "/v1/subscriptions"
          }) {
        assertAnswer(other.post(path, "{}"), 403, INSUFFICIENT);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EVENT_READER", "ALL_READER"})
  @StandInOnly("the key under test cannot make keys of other roles")
  void aReaderMayNotSendEvents(Role role) {
    try (ServerUnderTest other = withRole(role)) {
      assertAnswer(other.post("/v1/events", EVENT), 403, INSUFFICIENT);
      assertAnswer(other.post("/v1/events/bulk", "not json"), 403, INSUFFICIENT);
      assertThat(other.get("/v1/plans").status()).isEqualTo(200);
    }
  }

  @Test
  @StandInOnly("the key under test cannot make keys of other roles")
  void aWriterMayDoEverything() {
    try (ServerUnderTest other = withRole(Role.ALL_WRITER)) {
      assertThat(other.post("/v1/events", EVENT).status()).isEqualTo(202);
      assertThat(other.metered().customer()).isNotEmpty();
    }
  }

  @Test
  @StandInOnly("no API suspends a tenant")
  void aSuspendedTenantMayReadAndNotWriteEventsIncluded() {
    FlexpriceStandIn standIn = FlexpriceStandIn.start();
    try (ServerUnderTest other = ServerUnderTest.of(standIn)) {
      standIn.keys().suspend(true);
      HttpAnswer event = other.post("/v1/events", EVENT);
      assertAnswer(event, 403, "{\"message\":\"tenant account is suspended\"}");
      assertThat(other.get("/v1/plans").status()).isEqualTo(200);
    }
  }

  private static ServerUnderTest withRole(Role role) {
    return ServerUnderTest.of(
        FlexpriceStandIn.start(new StandInOptions().key(ApiKey.of("sk_of_a_role", role))));
  }
}
