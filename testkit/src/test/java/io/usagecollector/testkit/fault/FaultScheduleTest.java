package io.usagecollector.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.flexprice.fault.FlexpriceErrors;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {
  private static final RequestLine BULK = new RequestLine("POST", "/v1/events/bulk");
  private static final RequestLine READ = new RequestLine("POST", "/v1/meter-usage/query");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
  private final FaultSchedule faults =
      new FaultSchedule(Clock.fixed(now.get(), ZoneOffset.UTC), BULK::equals);

  @Test
  void aRequestThatHoldsATextIsMeantWhileOthersPass() {
    var sick = new AtomicBoolean(true);
    byte[] holding = "{\"event_id\":\"a\"}".getBytes(StandardCharsets.UTF_8);
    byte[] other = "{\"event_id\":\"b\"}".getBytes(StandardCharsets.UTF_8);
    faults.nextWith("\"a\"", 1, Fault.resets());
    faults.duringWith("\"b\"", sick::get, Fault.resets());
    assertThat(faults.claim(READ, holding)).isEmpty();
    assertThat(faults.claim(BULK, holding)).isPresent();
    assertThat(faults.claim(BULK, holding)).isEmpty();
    assertThat(faults.claim(BULK, other)).isPresent();
    assertThat(faults.claim(BULK, other)).isPresent();
    sick.set(false);
    assertThat(faults.claim(BULK, other)).isEmpty();
  }

  @Test
  void nextStrikesSoManyTimesAndInOrder() {
    Fault first = Fault.answers(FlexpriceErrors.throttled());
    Fault second = Fault.resets();
    faults.next(2, first).next(1, second);
    assertThat(faults.claim(BULK)).contains(first);
    assertThat(faults.claim(BULK)).contains(first);
    assertThat(faults.claim(BULK)).contains(second);
    assertThat(faults.claim(BULK)).isEmpty();
  }

  @Test
  void passLetsRequestsByBeforeALaterOrderApplies() {
    faults.pass(1).next(1, Fault.resets());
    assertThat(faults.claim(BULK)).isEmpty();
    assertThat(faults.claim(BULK)).contains(Fault.resets());
  }

  @Test
  void duringStrikesWhileItsConditionHolds() {
    AtomicBoolean down = new AtomicBoolean(true);
    faults.during(down::get, Fault.resets());
    assertThat(faults.claim(BULK)).isPresent();
    down.set(false);
    assertThat(faults.claim(BULK)).isEmpty();
    down.set(true);
    assertThat(faults.claim(BULK)).isPresent();
  }

  @Test
  void untilEndsOnTheClock() {
    faults.until(now.get(), Fault.resets());
    assertThat(faults.claim(BULK)).isEmpty();
    faults.until(now.get().plusSeconds(1), Fault.resets());
    assertThat(faults.claim(BULK)).isPresent();
  }

  @Test
  void anOrderForOtherRequestsWaitsForThem() {
    faults.next(1, Fault.resets(), request -> request.path().startsWith("/v1/meter-usage"));
    assertThat(faults.claim(BULK)).isEmpty();
    assertThat(faults.claim(READ)).isPresent();
    assertThat(faults.claim(READ)).isEmpty();
  }

  @Test
  void clearForgetsEveryOrder() {
    faults.next(5, Fault.stalls(Duration.ofSeconds(1))).clear();
    assertThat(faults.claim(BULK)).isEmpty();
  }

  @Test
  void aRetryAfterComesInSecondsOrAsADateOrNotAtAll() {
    Instant end = Instant.parse("2026-03-01T12:00:30Z");
    assertThat(FlexpriceErrors.throttledFor(Duration.ofSeconds(7)).headers())
        .containsOnly(Map.entry("Retry-After", "7"));
    assertThat(FlexpriceErrors.throttledUntil(end).headers())
        .containsOnly(Map.entry("Retry-After", "Sun, 1 Mar 2026 12:00:30 GMT"));
    assertThat(FlexpriceErrors.throttled().headers()).isEmpty();
    assertThat(FlexpriceErrors.throttledWithReset(end).headers())
        .containsEntry("X-RateLimit-Reset", "1772366430")
        .doesNotContainKey("Retry-After");
  }
}
