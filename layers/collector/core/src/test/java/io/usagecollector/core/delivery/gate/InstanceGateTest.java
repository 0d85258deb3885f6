package io.usagecollector.core.delivery.gate;

import static io.usagecollector.core.delivery.gate.Gate.Verdict.RENEW;
import static io.usagecollector.core.delivery.gate.Gate.Verdict.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.gate.Gate.Entry;
import io.usagecollector.core.delivery.pace.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstanceGateTest {
  private static final Entry OPEN = new Entry.Open();
  private static final Entry PROBE = new Entry.Probe();
  private static final Entry NO_KEY = new Entry.Closed("the billing service refuses the API key");
  private static final Entry AWAY =
      new Entry.Closed("the billing service has not answered for a while");

  private final VirtualTime time = new VirtualTime();
  private final InstanceGate gate = new InstanceGate(time);

  @Test
  void theSecondRefusalInARowClosesItForAMinute() {
    assertThat(gate.refused()).isEqualTo(RENEW);
    assertThat(gate.enter()).isEqualTo(OPEN);
    assertThat(gate.refused()).isEqualTo(STOP);
    assertThat(gate.enter()).isEqualTo(NO_KEY);
    time.sleep(Duration.ofMillis(59_999));
    assertThat(gate.enter()).isEqualTo(NO_KEY);
    time.sleep(Duration.ofMillis(1));
    assertThat(gate.enter()).isEqualTo(PROBE);
    assertThat(gate.refused()).isEqualTo(RENEW);
  }

  @Test
  void oneProbeAMinuteEntersAndAKeyThatIsTakenOpens() {
    gate.refused();
    gate.refused();
    time.sleep(Duration.ofMinutes(1));
    assertThat(List.of(gate.enter(), gate.enter())).containsExactly(PROBE, NO_KEY);
    time.sleep(Duration.ofMinutes(1));
    assertThat(gate.enter()).isEqualTo(PROBE);
    gate.judged();
    assertThat(gate.enter()).isEqualTo(OPEN);
    assertThat(gate.closed()).isEmpty();
  }

  @Test
  void aProvenKeyStartsTheCountAnew() {
    gate.refused();
    gate.judged();
    assertThat(gate.refused()).isEqualTo(RENEW);
  }

  @Test
  void theLongestPauseAskedForHolds() {
    gate.throttled(Duration.ofSeconds(7));
    gate.throttled(Duration.ofSeconds(2));
    assertThat(gate.opensAt()).isEqualTo(time.millis() + 7_000);
  }

  @Test
  void noMoreThanFiveMinutesAreBelieved() {
    gate.throttled(Duration.ofDays(36_500));
    assertThat(gate.opensAt()).isEqualTo(time.millis() + 300_000);
  }

  @Test
  void afterAPauseLongerThanIsBelievedOneBatchTriesWhetherItIsOver() {
    gate.throttled(Duration.ofMinutes(4));
    time.sleep(Duration.ofMinutes(4));
    assertThat(gate.enter()).isEqualTo(OPEN);
    gate.throttled(Duration.ofHours(1));
    time.sleep(Duration.ofMinutes(5));
    assertThat(gate.opensAt()).isLessThanOrEqualTo(time.millis());
    assertThat(gate.enter()).isEqualTo(PROBE);
    assertThat(gate.enter()).isInstanceOf(Gate.Entry.Closed.class);
    gate.accepted();
    assertThat(gate.enter()).isEqualTo(OPEN);
  }

  @Test
  void fewEventsThatFailAloneAreBlamedUntilOneIsAcceptedAgain() {
    Duration minute = Duration.ofMinutes(1);
    assertThat(gate.blamesAlone(minute)).isFalse();
    for (int acceptance = 0; acceptance < 2; acceptance++) {
      gate.accepted();
      for (int event = 0; event < Gate.FEW_ALONE; event++) {
        assertThat(gate.blamesAlone(minute)).isTrue();
      }
      assertThat(gate.blamesAlone(minute)).isFalse();
    }
    gate.accepted();
    time.sleep(minute.plusMillis(1));
    assertThat(gate.blamesAlone(minute)).isFalse();
  }

  /** The pauses between probes, in seconds, while every probe ends as the first batch did. */
  @Test
  void whereAllIsRefusedAlikeProbesComeSeldomerUpToOneAMinute() {
    List<Long> seconds = new ArrayList<>();
    gate.refusedAlike();
    for (int probe = 0; probe < 10; probe++) {
      long before = time.millis();
      while (!gate.enter().equals(PROBE)) {
        time.sleep(Duration.ofMillis(100));
      }
      seconds.add((time.millis() - before) / 1_000);
      gate.judged();
      gate.refusedAlike();
    }
    assertThat(seconds).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void anOutageIsNoEndOfRefusingAllAlike() {
    for (int i = 0; i < 3; i++) {
      gate.refusedAlike();
    }
    for (int second = 0; second < 70; second++) {
      time.sleep(Duration.ofSeconds(1));
      gate.failed();
    }
    gate.judged();
    assertThat(gate.closed()).contains("the billing service refuses everything alike");
  }

  @Test
  void anAcceptedEventOpensItWhateverClosedIt() {
    for (int i = 0; i < 3; i++) {
      gate.refusedAlike();
    }
    assertThat(gate.closed()).contains("the billing service refuses everything alike");
    gate.accepted();
    assertThat(gate.enter()).isEqualTo(OPEN);
  }

  @Test
  void failuresForAMinuteAreAnOutage() {
    for (int i = 0; i < 20; i++) {
      gate.failed();
    }
    assertThat(gate.enter()).isEqualTo(OPEN);
    time.sleep(Duration.ofMinutes(1));
    gate.failed();
    assertThat(gate.enter()).isEqualTo(PROBE);
    gate.failed();
    assertThat(gate.enter()).isEqualTo(AWAY);
    gate.judged();
    assertThat(gate.enter()).isEqualTo(OPEN);
  }

  @Test
  void oneAcceptanceVouchesForTenEventsWithinTenMinutes() {
    assertThat(gate.vouchesFor(1)).isFalse();
    gate.accepted();
    assertThat(gate.vouchesFor(8)).isTrue();
    assertThat(gate.vouchesFor(3)).isFalse();
    assertThat(gate.vouchesFor(2)).isTrue();
    assertThat(gate.vouchesFor(1)).isFalse();
    gate.accepted();
    time.sleep(Duration.ofMinutes(10));
    assertThat(gate.vouchesFor(10)).isTrue();
    gate.accepted();
    time.sleep(Duration.ofMinutes(10).plusMillis(1));
    assertThat(gate.vouchesFor(1)).isFalse();
  }

  @Test
  void undecidedEventsAreTakenAsideSeldomerEachTimeUntilOneIsAccepted() {
    List<Long> seconds = new ArrayList<>();
    assertThat(gate.maySetAside()).isFalse();
    gate.refusedAlike();
    for (int aside = 0; aside < 9; aside++) {
      long before = time.millis();
      while (!gate.maySetAside()) {
        time.sleep(Duration.ofSeconds(1));
      }
      seconds.add((time.millis() - before) / 1_000);
    }
    assertThat(seconds).containsExactly(3L, 60L, 120L, 240L, 480L, 960L, 1_920L, 3_600L, 3_600L);
    gate.accepted();
    gate.refusedAlike();
    time.sleep(Duration.ofSeconds(3));
    assertThat(gate.maySetAside()).isTrue();
  }

  @Test
  void whatStandsBeforeTheServiceClosesItForAMinute() {
    for (Runnable fault : List.<Runnable>of(gate::forbidden, gate::misconfigured)) {
      fault.run();
      assertThat(gate.enter()).isInstanceOf(Entry.Closed.class);
      time.sleep(Duration.ofMinutes(1));
      assertThat(gate.enter()).isEqualTo(PROBE);
      gate.judged();
      assertThat(gate.enter()).isEqualTo(OPEN);
    }
  }

  @Test
  void aPersonIsToldOnceAMinute() {
    assertThat(List.of(gate.mayTell(), gate.mayTell())).containsExactly(true, false);
    time.sleep(Duration.ofMinutes(1));
    assertThat(gate.mayTell()).isTrue();
  }
}
