package io.usagecollector.testkit.openmeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.openmeter.contract.StandInOnly;
import io.usagecollector.testkit.openmeter.fault.OpenMeterErrors;
import io.usagecollector.testkit.openmeter.usage.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@StandInOnly("only the stand-in makes faults")
class IngestFaultsTest {
  private static final String V3 = "/api/v3/openmeter/events";
  private static final String A = Setup.event("a", "s", "{}");
  private static final String B = Setup.event("b", "s", "{}");
  private static final String C = Setup.event("c", "s", "{}");

  private final Setup setup = new Setup(new OpenMeterOptions());

  @AfterEach
  void stop() {
    setup.close();
  }

  @Test
  void whatIsLostIsAnsweredAsEver() {
    setup.standIn.ingestFaults().loseNext(1);
    setup.sent(A);
    setup.sent(B);
    assertThat(stored()).containsExactly("b");
  }

  @Test
  void aBreakLeavesWhatStandsBeforeIt() {
    setup.standIn.ingestFaults().breakNextAfter(2);
    HttpAnswer broken = setup.events(V3, A, B, C);
    assertThat(broken.status()).isEqualTo(500);
    assertThat(broken.json().has("detail")).isFalse();
    assertThat(stored()).containsExactly("a", "b");
    setup.sent(A, B, C);
    assertThat(stored()).containsExactly("a", "b", "c");
  }

  @Test
  void anEventThatIsTooLargeLeavesWhatStandsBeforeItToo() {
    String large = Setup.event("large", "s", "{\"a\":\"" + "a".repeat(1_100_000) + "\"}");
    assertThat(setup.events(V3, A, large, C).status()).isEqualTo(500);
    assertThat(stored()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {V3, "/api/v1/events", "/v3/openmeter/events"})
  void aFaultIsMeantForTheRequestsThatBringEventsAtEveryAddress(String path) {
    setup
        .standIn
        .faults()
        .next(1, Fault.answers(OpenMeterErrors.throttledFor(Duration.ofSeconds(7))));
    assertThat(setup.get("/api/v1/customers").status()).isEqualTo(200);
    HttpAnswer answer = setup.events(path, A);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("7");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(stored()).isEmpty();
  }

  @Test
  void aPauseMayBeToldByTheLimitsHeaders() {
    Instant reset = Instant.parse("2026-03-01T12:00:00Z");
    setup.standIn.faults().next(1, Fault.answers(OpenMeterErrors.throttledWithReset(reset)));
    HttpAnswer answer = setup.events(V3, A);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEmpty();
    assertThat(answer.header("X-RateLimit-Reset")).isEqualTo("1772366400");
  }

  @Test
  void aFaultMayStrikeAfterEverythingWasStored() {
    setup.standIn.faults().next(1, Fault.answers(OpenMeterErrors.internalError()).afterStored());
    assertThat(setup.events(V3, A).status()).isEqualTo(500);
    assertThat(stored()).containsExactly("a");
  }

  @Test
  void requestsAreRecordedWithTheirEventsAndWithoutTheirToken() {
    setup.sent(A, B);
    setup.events("/api/v1/events", C);
    setup.get("/api/v1/customers");
    assertThat(setup.standIn.requests().ingestCount()).isEqualTo(2);
    assertThat(setup.standIn.requests().events()).isEqualTo(3);
    assertThat(setup.standIn.requests().count()).isEqualTo(3);
    assertThat(setup.standIn.requests().recent())
        .noneMatch(request -> request.headers().containsKey("authorization"));
  }

  private List<String> stored() {
    return setup.standIn.books().events().stream().map(StoredEvent::id).toList();
  }
}
