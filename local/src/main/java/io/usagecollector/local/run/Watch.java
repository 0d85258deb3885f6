package io.usagecollector.local.run;

import io.usagecollector.local.billing.Enrolled;
import io.usagecollector.local.billing.Population;
import io.usagecollector.local.live.LiveCount;
import io.usagecollector.local.statement.BillingStatement;
import io.usagecollector.local.statement.Progress;
import io.usagecollector.local.system.LocalSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches the system work: the live count, and whether it still gets anywhere. */
final class Watch {
  private static final Duration LOOK = Duration.ofMillis(250);

  private final LocalSystem system;
  private final Screen terminal;
  private final InstantSource clock;
  private final CountDownLatch stop;
  private final Outage outage;
  private final Set<String> troubles = new HashSet<>();
  private boolean accepted;

  Watch(LocalSystem system, Screen terminal, InstantSource clock, CountDownLatch stop) {
    this.system = system;
    this.terminal = terminal;
    this.clock = clock;
    this.stop = stop;
    this.outage = new Outage(terminal, clock);
  }

  /** How a watch ended. */
  enum End {
    DONE,
    OUT_OF_PATIENCE,
    STOPPED
  }

  /** Until billing has what the topic's events need; without a limit it is waited for. */
  End untilProvisioned(Optional<Duration> limit) {
    Instant start = clock.instant();
    while (!outage.did(system::provision)) {
      if (limit.isPresent() && clock.instant().isAfter(start.plus(limit.get()))) {
        return End.OUT_OF_PATIENCE;
      }
      if (pause()) {
        return End.STOPPED;
      }
    }
    return End.DONE;
  }

  /**
   * Until every record is acknowledged, nothing waits to be tried again and everything is counted,
   * or until no outcome has changed for so long.
   */
  End untilDrained(Duration patience) {
    Optional<Progress> last = Optional.empty();
    Instant changed = clock.instant();
    while (true) {
      show();
      if (system.lag() == 0
          && system.retryQueue().depth() == 0
          && outage.ask(() -> !system.awaitsBilling()).orElse(false)) {
        return End.DONE;
      }
      Optional<Progress> now = outage.ask(system::outcomes);
      if (now.isPresent() && !now.equals(last)) {
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
      throwIfBroken();
      goOn(() -> outage.did(system::provision));
      goOn(this::show);
    } while (!pause());
  }

  /** What went wrong in one look may go well in the next: it is said once, and nothing stops. */
  private void goOn(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException e) {
      String trouble = Trouble.of(e);
      if (troubles.add(trouble)) {
        terminal.line("this went wrong, and is tried again: " + trouble);
      }
    }
  }

  /** The statement as of now; nothing while billing is away. */
  Optional<BillingStatement> statement() {
    return outage.ask(system::statement);
  }

  /** What billing has of those who are billed; nothing while billing is away. */
  Optional<List<Enrolled>> enrolled(BillingStatement statement) {
    return outage.ask(() -> system.enrolled(statement));
  }

  private boolean pause() {
    try {
      return stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void throwIfBroken() {
    system
        .broken()
        .ifPresent(broken -> {
          throw broken;
        });
  }

  private void show() {
    throwIfBroken();
    LiveCount.Count forwarded = system.forwarded();
    LiveCount.Count both = forwarded.plus(system.redelivered());
    if (both.accepted() > 0 && !accepted) {
      accepted = true;
      terminal.line("first event accepted " + OwnProcess.age(clock.instant()) + " after the start");
    }
    terminal.live(
        ("received %,d  filtered %,d  accepted %,d  deferred %,d  dead-lettered %,d  held %,d"
                    + "  waiting %,d  lag %,d")
                .formatted(
                    forwarded.received(),
                    both.filtered(),
                    both.accepted(),
                    forwarded.deferred(),
                    both.deadLettered(),
                    system.mapping().held().size(),
                    system.retryQueue().depth(),
                    system.lag())
            + population());
  }

  /** Where the functions make customers: how many there are. */
  private String population() {
    return system.ensures() ? outage.ask(system::population).map(Watch::text).orElse("") : "";
  }

  private static String text(Population all) {
    return "  customers %,d  subscriptions %,d".formatted(all.customers(), all.subscriptions());
  }
}
