package io.usagecollector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The laws hold in every world, whatever goes wrong there. */
class WorldsTest {
  private static final int MOST_FAILURES = 3;
  private static final int LAST_LINES = 60;

  @Test
  void theLawsHoldWhateverGoesWrong() throws InterruptedException {
    long first = Seeds.alone().orElseGet(Seeds::first);
    int runs = Seeds.alone().isPresent() ? 1 : Seeds.runs();
    assertThat(failures(first, runs)).isEmpty();
  }

  /** Worlds run side by side, each on its own; enough is known after a few failures. */
  private static List<String> failures(long first, int runs) throws InterruptedException {
    var next = new AtomicLong(first);
    var failed = new ConcurrentLinkedQueue<Replay.Played>();
    Runnable work =
        () -> {
          for (long seed = next.getAndIncrement();
              seed < first + runs && failed.size() < MOST_FAILURES;
              seed = next.getAndIncrement()) {
            Replay.Played played = Replay.of(Story.of(seed));
            if (played.failure().isPresent()) {
              failed.add(played);
            }
          }
        };
    List<Thread> workers =
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(any -> Thread.ofVirtual().start(work))
            .toList();
    for (Thread worker : workers) {
      worker.join();
    }
    return failed.stream().map(WorldsTest::told).toList();
  }

  private static String told(Replay.Played played) {
    List<String> trace = played.trace();
    return played.failure().map(String::valueOf).orElse("")
        + "\nwhat led to it:\n  "
        + trace.stream()
            .skip(Math.max(0, trace.size() - LAST_LINES))
            .collect(Collectors.joining("\n  "))
        + "\nto play it again: scripts/simulate "
        + played.story().seed();
  }
}
