package io.usagecollector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void aValueIsMadeOnceHoweverManyAskAtOnce() throws InterruptedException {
    Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);
    assertThat(made).hasValue(0);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> askers = Collections.nCopies(50, lazy::get);
      assertThat(threads.invokeAll(askers)).allSatisfy(f -> assertThat(f.get()).isEqualTo(1));
    }
  }

  @Test
  void aFailureIsNotKept() {
    Lazy<Integer> lazy =
        new Lazy<>(() -> {
          if (made.incrementAndGet() == 1) {
            throw new IllegalStateException("not yet");
          }
          return made.get();
        });
    assertThatThrownBy(lazy::get).hasMessage("not yet");
    assertThat(lazy.get()).isEqualTo(2);
  }
}
