package io.usagecollector.local.run;

import io.usagecollector.local.live.LiveCount;
import io.usagecollector.local.statement.Progress;
import io.usagecollector.local.system.LocalSystem;
import io.usagecollector.local.trigger.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches the system work: the live count, and whether it still gets anywhere. */
final class Watch {
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final int MOST = 20;

  private final LocalSystem system;
  private final Screen terminal;
  private final InstantSource clock;
  private final CountDownLatch stop;
  private boolean accepted;

  Watch(LocalSystem system, Screen terminal, InstantSource clock, CountDownLatch stop) {
    this.system = system;
    this.terminal = terminal;
    this.clock = clock;
    this.stop = stop;
  }

  /** How a watch ended. */
  enum End {
    DRAINED,
    OUT_OF_PATIENCE,
    STOPPED
  }

  /** Until every record is acknowledged and counted, or no outcome has changed for so long. */
  End untilDrained(Duration patience) {
    Progress last = system.outcomes();
    Instant changed = clock.instant();
    while (true) {
      show();
      if (system.lag() == 0 && !system.awaitsBilling()) {
        return End.DRAINED;
      }
      Progress now = system.outcomes();
      if (!now.equals(last)) {
        last = now;
        changed = clock.instant();
      } else if (clock.instant().isAfter(changed.plus(patience))) {
        return End.OUT_OF_PATIENCE;
      }
      if (pause()) {
        return End.STOPPED;
      }
    }
  }

  /** Until Ctrl-C: shows every change, and makes at billing what new events need. */
  void untilStopped() {
    do {
      system.provision();
      show();
    } while (!pause());
  }

  private boolean pause() {
    try {
      return stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void show() {
    system
        .mapping()
        .broken()
        .ifPresent(broken -> {
          throw broken;
        });
    LiveCount.Count count = system.liveCount();
    if (count.accepted() > 0 && !accepted) {
      accepted = true;
      terminal.line("first event accepted " + OwnProcess.age(clock.instant()) + " after the start");
    }
    terminal.live(
        "received %,d  filtered %,d  accepted %,d  dead-lettered %,d  held %,d  lag %,d"
            .formatted(
                count.received(),
                count.filtered(),
                count.accepted(),
                count.deadLettered(),
                system.mapping().held().size(),
                system.lag()));
  }

  /** Names what is held, and why. */
  void printHeld() {
    List<Held> held = system.mapping().held();
    var reasons = new TreeMap<String, Integer>();
    held.forEach(record -> reasons.merge(record.reason(), 1, Integer::sum));
    system.reasons().forEach(reason -> terminal.line("the function says: " + reason));
    reasons.forEach((reason, count) -> terminal.line("held, " + count + " records: " + reason));
    held.stream()
        .limit(MOST)
        .forEach(h -> terminal.line("  " + h.place() + "  failed " + h.attempts() + " times"));
    if (held.size() > MOST) {
      terminal.line("  and " + (held.size() - MOST) + " more");
    }
  }
}
