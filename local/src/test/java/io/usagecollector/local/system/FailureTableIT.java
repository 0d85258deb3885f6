package io.usagecollector.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usagecollector.local.statement.BillingStatement;
import io.usagecollector.local.trigger.Held;
import io.usagecollector.local.trigger.MappingSettings;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import io.usagecollector.testkit.record.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What the collector we replace does wrong, measured row by row: here with our outcome. */
class FailureTableIT extends EndToEnd {
  private static final String NO_CUSTOMER =
      "{\"call_id\":\"call_x\",\"duration_seconds\":1,\"model\":\"gpt-4\","
          + "\"timestamp\":\"2025-12-01T10:30:00Z\"}";

  @Test
  void oneEventWithoutCustomerIsExplainedAndItsNeighboursAreBilled() {
    start();
    produceCalls(1_000);
    produceValues(NO_CUSTOMER, NO_CUSTOMER);
    BillingStatement statement = drain();
    assertBalances(statement);
    assertThat(statement.deadLetters()).hasSize(2);
    assertThat(statement.deadLetters().values())
        .allMatch(reason -> reason.contains("external_customer_id"));
  }

  @Test
  void retryAfterIsObeyed() {
    start();
    produceCalls(50);
    var wait = Duration.ofSeconds(2);
    flexprice().faults().next(1, Fault.answers(FlexpriceErrors.throttledFor(wait)));
    assertBalances(drain());
    List<RecordedRequest> requests = flexprice().requests().ingests();
    assertThat(requests.getFirst().status()).contains(429);
    Instant earliest = requests.getFirst().at().plus(wait);
    assertThat(requests.get(1).at()).isAfterOrEqualTo(earliest);
  }

  @Test
  void refusedCredentialsAreTriedTwiceAtMostAndHoldEverything() {
    start();
    produceCalls(50);
    var refusing = new AtomicBoolean(true);
    flexprice().faults().during(refusing::get, Fault.answers(FlexpriceErrors.unauthorized()));
    switchOn();
    await().atMost(DEADLINE).until(() -> attempts() >= 4);
    assertThat(flexprice().requests().ingestCount()).isBetween(1L, 2L);
    assertThat(system.deadLetters().depth()).isZero();
    assertThat(system.lag()).isEqualTo(50);
    assertThat(system.reasons()).anyMatch(reason -> reason.contains("API key"));
    refusing.set(false);
    // A new instance has not yet been refused: no need to sit out the old one's minute.
    system.fleet().kill();
    assertBalances(awaitDrained());
  }

  private int attempts() {
    return system.mapping().held().stream().mapToInt(Held::attempts).max().orElse(0);
  }

  @Test
  void anAnswerLostAfterTheEventsWereStoredBillsThemOnce() {
    start(given -> given.mapping = MappingSettings.provisioned(20, Duration.ZERO));
    produceCalls(100);
    flexprice().faults().next(5, Fault.resets().afterStored());
    assertBalances(drain());
    assertThat(flexprice().requests().ingestCount()).isGreaterThan(5);
  }

  @Test
  void killsInMidStreamLoseNothingAndBillNothingTwice() {
    start(given -> given.mapping = MappingSettings.provisioned(50, Duration.ZERO));
    produceCalls(600);
    switchOn();
    for (long passed = 1; passed <= 2; passed++) {
      long calls = passed * 3;
      await().atMost(DEADLINE).until(() -> flexprice().requests().ingestCount() >= calls);
      system.fleet().kill();
    }
    assertBalances(awaitDrained());
  }

  @Test
  void aServerThatNeverAnswersDoesNotHoldTheFunctionForEver() {
    start();
    produceCalls(20);
    flexprice().faults().next(1, Fault.stalls(Duration.ofMinutes(10)));
    assertBalances(drain());
    assertThat(flexprice().requests().ingestCount()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void serverErrorsAndProxiesPagesAreRetriedAndBilledOnce() {
    start();
    produceCalls(50);
    flexprice()
        .faults()
        .next(1, Fault.answers(CannedAnswer.badGateway()))
        .next(1, Fault.answers(FlexpriceErrors.internalError()).afterStored())
        .next(1, Fault.resets());
    assertBalances(drain());
  }

  @Test
  void withFlexpriceDownFromTheStartEverythingIsHeldAndThenDelivered() {
    start();
    produceCalls(50);
    var down = new AtomicBoolean(true);
    flexprice().faults().during(down::get, Fault.resets());
    switchOn();
    await().atMost(DEADLINE).until(() -> !system.mapping().held().isEmpty());
    assertThat(system.lag()).isEqualTo(50);
    assertThat(system.deadLetters().depth()).isZero();
    down.set(false);
    assertBalances(awaitDrained());
  }
}
