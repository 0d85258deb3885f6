package io.usagecollector.core.delivery.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.pace.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PermitsTest {
  private final VirtualTime time = new VirtualTime();
  private final MemoryBudget budget = new MemoryBudget();

  private Permits permits(int perMinute) {
    return new Permits(new RequestRate(perMinute), budget, time, new Random(3));
  }

  /** As delivery does: sends what it may, at each moment. */
  private boolean sends(Permits permits) {
    if (permits.opensAt() > time.millis()) {
      return false;
    }
    permits.sent();
    return true;
  }

  /** When requests were sent by a fleet that always has something to send. */
  private List<Long> sent(List<Permits> fleet, Duration length, long step) {
    List<Long> sent = new ArrayList<>();
    long end = time.millis() + length.toMillis();
    while (time.millis() < end) {
      for (Permits permits : fleet) {
        if (sends(permits)) {
          sent.add(time.millis());
        }
      }
      time.sleep(Duration.ofMillis(step));
    }
    return sent;
  }

  private static long mostInAMinute(List<Long> sent) {
    return sent.stream()
        .mapToLong(from -> sent.stream().filter(at -> at >= from && at < from + 60_000).count())
        .max()
        .orElse(0);
  }

  @Property(tries = 60)
  void noMinuteHasMoreRequestsThanAreAllowed(
      @ForAll @IntRange(min = 1, max = 400) int perMinute,
      @ForAll @IntRange(min = 1, max = 12) int instances,
      @ForAll @IntRange(min = 20, max = 1_500) int step) {
    List<Permits> fleet = IntStream.range(0, instances).mapToObj(i -> permits(perMinute)).toList();
    assertThat(mostInAMinute(sent(fleet, Duration.ofMinutes(3), step)))
        .isLessThanOrEqualTo(perMinute);
  }

  @Test
  void aPortionThatIsUsedLateAddsNothingToAMinute() {
    Permits late = permits(100);
    assertThat(late.opensAt()).isLessThanOrEqualTo(time.millis());
    List<Permits> prompt = List.of(permits(100));
    List<Long> all = new ArrayList<>(sent(prompt, Duration.ofMillis(1_900), 5));
    late.sent();
    late.sent();
    all.addAll(List.of(time.millis(), time.millis()));
    all.addAll(sent(prompt, Duration.ofMinutes(2), 5));
    assertThat(mostInAMinute(all)).isLessThanOrEqualTo(100);
  }

  @Test
  void aHundredAMinuteAreNearlyReachedAndCostAWriteForTwoRequests() {
    List<Long> sent = sent(List.of(permits(100)), Duration.ofMinutes(10), 5);
    assertThat(sent).hasSizeBetween(900, 1_000);
    assertThat(budget.asked).isEqualTo(sent.size() / 2);
  }

  @Test
  void whatIsNotUsedSoonHasLapsed() {
    Permits permits = permits(500);
    for (int i = 0; i < 10; i++) {
      assertThat(sends(permits)).isTrue();
      assertThat(budget.asked).isEqualTo(1);
    }
    time.sleep(Duration.ofSeconds(2));
    assertThat(sends(permits)).isTrue();
    time.sleep(Duration.ofMillis(1_999));
    assertThat(sends(permits)).isTrue();
    assertThat(budget.asked).isEqualTo(2);
    time.sleep(Duration.ofMillis(1));
    assertThat(sends(permits)).isTrue();
    assertThat(budget.asked).isEqualTo(3);
  }

  @Test
  void outOfReachOneRequestAMinuteIsSent() {
    budget.away = true;
    List<Long> sent = sent(List.of(permits(100)), Duration.ofMinutes(10), 100);
    assertThat(sent).hasSize(10);
    assertThat(mostInAMinute(sent)).isEqualTo(1);
    assertThat(budget.asked).isEqualTo(10);
  }

  @Test
  void inReachAgainItGoesOnWithinAMinute() {
    budget.away = true;
    Permits permits = permits(100);
    sends(permits);
    budget.away = false;
    assertThat(sent(List.of(permits), Duration.ofMinutes(2), 5)).hasSizeGreaterThan(70);
  }

  @Test
  void aClockThatGoesBackStopsNothingForLong() {
    Permits permits = permits(60);
    time.sleep(Duration.ofHours(2));
    sends(permits);
    budget.next = 0;
    time.sleep(Duration.ofHours(-2));
    assertThat(sends(permits)).isTrue();
  }

  @Test
  void theGateWaitsForTheServicesPauseAndForThePermit() {
    var gate = new InstanceGate(time, new MemoryCircuit(), Optional.of(permits(1)));
    assertThat(gate.opensAt()).isLessThanOrEqualTo(time.millis());
    gate.sending();
    long permitted = gate.opensAt();
    assertThat(permitted).isGreaterThanOrEqualTo(time.millis() + 60_000);
    gate.throttled(Duration.ofMinutes(5));
    assertThat(gate.opensAt()).isEqualTo(time.millis() + 300_000);
  }
}
