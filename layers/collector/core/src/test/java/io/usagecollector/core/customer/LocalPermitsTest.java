package io.usagecollector.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.CreatePermits.Permit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalPermitsTest {
  private final VirtualTime time = new VirtualTime();
  private final List<Duration> pauses = new ArrayList<>();
  private final CreatePermits permits = new LocalPermits(2, this::pause, new Random(1));

  @AfterEach
  void clearTheInterrupt() {
    Thread.interrupted();
  }

  private void pause(Duration pause) throws InterruptedException {
    pauses.add(pause);
    time.sleep(pause);
  }

  private Optional<Permit> acquire(Duration patience) {
    return permits.acquire(Deadline.in(patience, time));
  }

  @Test
  void noMoreThanTheyAreAreOut() {
    Permit first = acquire(Duration.ofSeconds(1)).orElseThrow();
    assertThat(acquire(Duration.ofSeconds(1))).isPresent();
    assertThat(acquire(Duration.ofSeconds(1))).isEmpty();
    first.close();
    assertThat(acquire(Duration.ofSeconds(1))).isPresent();
  }

  @Test
  void onePutBackTwiceIsOneStill() {
    Permit first = acquire(Duration.ofSeconds(1)).orElseThrow();
    assertThat(acquire(Duration.ofSeconds(1))).isPresent();
    first.close();
    first.close();
    assertThat(acquire(Duration.ofSeconds(1))).isPresent();
    assertThat(acquire(Duration.ofSeconds(1))).isEmpty();
  }

  @Test
  void whoeverWaitsLooksEverLessOftenAndNeverPastTheDeadline() {
    acquire(Duration.ofSeconds(1));
    acquire(Duration.ofSeconds(1));
    assertThat(acquire(Duration.ofSeconds(3))).isEmpty();
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(pauses).hasSizeBetween(9, 16);
    assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(25), Duration.ofMillis(50));
    assertThat(pauses.subList(4, pauses.size() - 1))
        .allSatisfy(
            pause -> assertThat(pause).isBetween(Duration.ofMillis(250), Duration.ofMillis(500)));
  }

  @Test
  void nobodyIsLetInAfterTheDeadline() {
    assertThat(acquire(Duration.ZERO)).isEmpty();
  }

  @Test
  void anInterruptEndsTheWaitAndIsNotForgotten() {
    acquire(Duration.ofSeconds(1));
    acquire(Duration.ofSeconds(1));
    Thread.currentThread().interrupt();
    assertThat(acquire(Duration.ofSeconds(1))).isEmpty();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }
}
