package io.usagecollector.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KillsTest {
  @Test
  void eachKillComesWhenItsNumberOfRequestsIsReached() {
    var requests = new AtomicLong();
    var killedAt = new CopyOnWriteArrayList<Long>();
    try (var _ = Kills.start(List.of(2, 5), requests::get, () -> killedAt.add(requests.get()))) {
      requests.set(1);
      requests.set(2);
      await().until(() -> killedAt.size() == 1);
      requests.set(4);
      requests.set(6);
      await().until(() -> killedAt.size() == 2);
    }
    assertThat(killedAt).containsExactly(2L, 6L);
  }

  @Test
  void closingEndsItBeforeItsLastKill() {
    var killed = new CopyOnWriteArrayList<Integer>();
    Kills.start(List.of(1), () -> 0, () -> killed.add(1)).close();
    assertThat(killed).isEmpty();
  }
}
