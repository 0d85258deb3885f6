package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.ServiceGate.Verdict.RENEW;
import static io.usagecollector.core.delivery.ServiceGate.Verdict.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceGateTest {
  private final VirtualTime time = new VirtualTime();
  private final ServiceGate gate = new ServiceGate(time);

  @Test
  void theSecondRefusalInARowClosesItForAMinute() {
    assertThat(gate.refused()).isEqualTo(RENEW);
    assertThat(gate.refusing()).isFalse();
    assertThat(gate.refused()).isEqualTo(STOP);
    assertThat(gate.refusing()).isTrue();
    time.sleep(Duration.ofMillis(59_999));
    assertThat(gate.refusing()).isTrue();
    time.sleep(Duration.ofMillis(1));
    assertThat(gate.refusing()).isFalse();
    assertThat(gate.refused()).isEqualTo(RENEW);
  }

  @Test
  void aProvenKeyStartsTheCountAnew() {
    gate.refused();
    gate.proven();
    assertThat(gate.refused()).isEqualTo(RENEW);
  }

  @Test
  void theLongestPauseAskedForHolds() {
    gate.throttled(Duration.ofSeconds(7));
    gate.throttled(Duration.ofSeconds(2));
    assertThat(gate.opensAt()).isEqualTo(time.millis() + 7_000);
  }

  @Test
  void noMoreThanAnHourIsBelieved() {
    gate.throttled(Duration.ofDays(36_500));
    assertThat(gate.opensAt()).isEqualTo(time.millis() + 3_600_000);
  }
}
