package io.usagecollector.core.delivery.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.gate.Gate.Entry;
import io.usagecollector.core.delivery.pace.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several instances, one circuit. */
class SharedGateTest {
  private static final Entry OPEN = new Entry.Open();
  private static final Entry PROBE = new Entry.Probe();
  private static final Entry NO_KEY = new Entry.Closed("the billing service refuses the API key");

  private final VirtualTime time = new VirtualTime();
  private final MemoryCircuit circuit = new MemoryCircuit();
  private final List<InstanceGate> fleet =
      IntStream.range(0, 20)
          .mapToObj(i -> new InstanceGate(time, circuit, Optional.empty()))
          .toList();
  private final InstanceGate first = fleet.getFirst();
  private final InstanceGate second = fleet.get(1);

  private void refuse(InstanceGate gate) {
    gate.refused();
    gate.refused();
  }

  private void pass(long seconds) {
    time.sleep(Duration.ofSeconds(seconds));
  }

  @Test
  void whatOneInstanceLearnsStopsTheOthersWithinSecondsAlsoInTheMiddleOfABatch() {
    assertThat(second.enter()).isEqualTo(OPEN);
    refuse(first);
    assertThat(fleet.get(2).enter()).isEqualTo(NO_KEY);
    assertThat(second.closed()).isEmpty();
    pass(5);
    assertThat(second.closed()).contains("the billing service refuses the API key");
  }

  /** Each instance reads at another time, so most see a probe due that another has taken. */
  @Test
  void oneProbeAMinuteIsForTheWholeFleet() {
    for (InstanceGate gate : fleet) {
      gate.enter();
      time.sleep(Duration.ofMillis(300));
    }
    refuse(first);
    int probes = 0;
    for (int second = 0; second < 600; second++) {
      pass(1);
      for (InstanceGate gate : fleet) {
        if (gate.enter().equals(PROBE)) {
          probes++;
          refuse(gate);
        }
      }
    }
    assertThat(probes).isEqualTo(10);
  }

  @Test
  void aProbeThatIsAcceptedOpensItForAllWithinSeconds() {
    fleet.forEach(Gate::enter);
    fleet.forEach(this::refuse);
    pass(60);
    assertThat(second.enter()).isEqualTo(PROBE);
    second.accepted();
    pass(5);
    assertThat(fleet).allSatisfy(gate -> assertThat(gate.enter()).isEqualTo(OPEN));
  }

  /** One event that always fails makes no outage, as long as others are accepted elsewhere. */
  @Test
  void whatFailedBeforeAnotherWasAcceptedIsNoOutageAfterwards() {
    failForAMinute(first);
    assertThat(first.isAway()).isTrue();
    pass(1);
    assertThat(second.enter()).isEqualTo(PROBE);
    second.accepted();
    pass(5);
    assertThat(first.enter()).isEqualTo(OPEN);

    first.failed();

    assertThat(first.isAway()).isFalse();
    assertThat(second.enter()).isEqualTo(OPEN);
    failForAMinute(first);
    assertThat(first.isAway()).isTrue();
  }

  private void failForAMinute(InstanceGate gate) {
    for (int i = 0; i < 10; i++) {
      gate.failed();
      pass(7);
    }
  }

  @Test
  void aLateRefusalDoesNotCloseWhatWasOpenedSince() {
    first.enter();
    second.enter();
    refuse(second);
    second.accepted();
    refuse(first);
    assertThat(fleet.get(2).enter()).isEqualTo(OPEN);
    assertThat(first.enter()).isEqualTo(OPEN);
    refuse(first);
    assertThat(first.enter()).isEqualTo(NO_KEY);
  }

  @Test
  void aLateAcceptanceDoesNotOpenWhatWasClosedAgainSince() {
    refuse(first);
    pass(60);
    assertThat(first.enter()).isEqualTo(PROBE);
    pass(60);
    assertThat(second.enter()).isEqualTo(PROBE);
    refuse(second);
    first.accepted();
    assertThat(first.enter()).isEqualTo(NO_KEY);
    assertThat(fleet.get(2).enter()).isEqualTo(NO_KEY);
  }

  @Test
  void anAcceptanceWhileAnothersProbeIsOutOpensIt() {
    refuse(first);
    pass(60);
    assertThat(first.enter()).isEqualTo(PROBE);
    pass(60);
    assertThat(second.enter()).isEqualTo(PROBE);
    first.accepted();
    assertThat(fleet.get(2).enter()).isEqualTo(OPEN);
  }

  @Test
  void outOfReachEachInstanceGoesByItself() {
    circuit.away = true;
    refuse(first);
    assertThat(List.of(first.enter(), second.enter())).containsExactly(NO_KEY, OPEN);
    pass(60);
    assertThat(List.of(first.enter(), first.enter())).containsExactly(PROBE, NO_KEY);
    first.accepted();
    assertThat(first.enter()).isEqualTo(OPEN);
  }

  @Test
  void inReachAgainTheOthersAreTold() {
    circuit.away = true;
    refuse(first);
    circuit.away = false;
    assertThat(second.enter()).isEqualTo(OPEN);
    pass(30);
    assertThat(first.enter()).isEqualTo(NO_KEY);
    assertThat(second.enter()).isEqualTo(NO_KEY);
  }

  @Test
  void whatAnInstanceCouldNotTellGivesWayToWhatTheOthersSettledSince() {
    first.enter();
    circuit.away = true;
    refuse(first);
    circuit.away = false;
    refuse(second);
    second.accepted();
    pass(30);
    assertThat(first.enter()).isEqualTo(OPEN);
  }

  @Test
  void itIsReadEveryFiveSecondsAndLeftAloneForThirtyWhenItIsAway() {
    for (int i = 0; i < 600; i++) {
      first.enter();
      first.closed();
      time.sleep(Duration.ofMillis(100));
    }
    assertThat(circuit.reads).isEqualTo(12);
    circuit.away = true;
    for (int i = 0; i < 600; i++) {
      first.enter();
      first.closed();
      time.sleep(Duration.ofMillis(100));
    }
    assertThat(circuit.reads).isEqualTo(14);
  }

  @Test
  void aClockThatIsWrongByHoursClosesItForNoLongerThanAMinute() {
    time.sleep(Duration.ofHours(3));
    refuse(first);
    time.sleep(Duration.ofHours(-3));
    pass(1);
    assertThat(second.enter()).isEqualTo(PROBE);
    refuse(second);
    assertThat(second.enter()).isEqualTo(NO_KEY);
    pass(60);
    assertThat(first.enter()).isEqualTo(PROBE);
  }
}
