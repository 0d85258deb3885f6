package io.usagecollector.testkit.flexprice.contract;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.clock.MovableClock;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.flexprice.access.ApiKey;
import io.usagecollector.testkit.flexprice.access.Role;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trap 6: keys are remembered for two minutes, and a 401 can be a database that is away. */
@StandInOnly("needs the server's clock and its database's absence")
class KeyCacheContractTest {
  private static final String EVENT = "{\"event_name\":\"n\",\"external_customer_id\":\"c\"}";
  private static final String UNAUTHORIZED = "{\"error\":\"Unauthorized\"}";

  private final MovableClock clock = new MovableClock();
  private final FlexpriceStandIn standIn =
      FlexpriceStandIn.start(
          new StandInOptions()
              .clock(clock)
              .key(ApiKey.of("sk_first", Role.SUPER_ADMIN))
              .key(ApiKey.of("sk_second", Role.SUPER_ADMIN)));
  private final ServerUnderTest server = ServerUnderTest.of(standIn);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRevokedKeyInUseGoesOnWorkingForTwoMinutes() {
    assertThat(event("sk_first").status()).isEqualTo(202);
    standIn.keys().revoke("sk_first");
    clock.advance(Duration.ofSeconds(119));
    assertThat(event("sk_first").status()).isEqualTo(202);
    clock.advance(Duration.ofSeconds(1));
    assertAnswer(event("sk_first"), 401, UNAUTHORIZED);
  }

  @Test
  void aRevokedKeyThatWasNotInUseStopsAtOnce() {
    standIn.keys().revoke("sk_first");
    assertAnswer(event("sk_first"), 401, UNAUTHORIZED);
  }

  @Test
  void inAnOutageAKeyJustUsedWorksAndOneNotSeenIsUnauthorized() {
    assertThat(event("sk_first").status()).isEqualTo(202);
    standIn.keys().outage(true);
    assertThat(event("sk_first").status()).isEqualTo(202);
    assertAnswer(event("sk_second"), 401, UNAUTHORIZED);
    standIn.keys().outage(false);
    assertThat(event("sk_second").status()).isEqualTo(202);
  }

  @Test
  void laterInAnOutageTheTenantCannotBeLookedUpAndThenTheKeyNeither() {
    assertThat(event("sk_first").status()).isEqualTo(202);
    clock.advance(Duration.ofSeconds(60));
    assertThat(event("sk_second").status()).isEqualTo(202);
    standIn.keys().outage(true);
    clock.advance(Duration.ofSeconds(60));
    assertAnswer(event("sk_second"), 500, "{\"message\":\"failed to verify tenant access\"}");
    clock.advance(Duration.ofSeconds(60));
    assertAnswer(event("sk_second"), 401, UNAUTHORIZED);
  }

  private HttpAnswer event(String key) {
    return server.send("POST", "/v1/events", EVENT, Map.of("x-api-key", key));
  }
}
