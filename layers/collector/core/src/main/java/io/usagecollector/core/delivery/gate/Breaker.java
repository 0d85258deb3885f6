package io.usagecollector.core.delivery.gate;

import io.usagecollector.core.delivery.gate.Closure.Cause;
import io.usagecollector.core.delivery.gate.Gate.Entry;
import io.usagecollector.core.delivery.gate.SharedCircuit.Swap;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Closes and opens the gate, for all instances where they can be reached, and else for this one.
 * What the others did is known within {@link #FRESH}. Its callers keep it to one thread at a time.
 */
final class Breaker {
  /** What was read is believed for so long. */
  static final Duration FRESH = Duration.ofSeconds(5);

  /** So long a circuit that was out of reach is left alone, so that no batch waits for it again. */
  static final Duration LEFT_ALONE = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final SharedCircuit fleet;
  private Circuit known = Circuit.UNTOUCHED;

  /** Whether what is known is this instance's own: the others could not be told of it. */
  private boolean untold;

  /** Whether another instance has opened it since that was last asked. */
  private boolean openedElsewhere;

  private long readAgain;
  private long reachable;

  Breaker(InstantSource clock, SharedCircuit fleet) {
    this.clock = clock;
    this.fleet = fleet;
  }

  Optional<Closure> closure() {
    refresh();
    return known.closure();
  }

  Entry enter() {
    long now = clock.millis();
    Optional<Closure> due = closure().filter(closure -> closure.isDue(now));
    if (due.isPresent() && takesProbe(due.get().probed(now))) {
      return new Entry.Probe();
    }
    return known
        .closure()
        .<Entry>map(closure -> new Entry.Closed(closure.why()))
        .orElseGet(Entry.Open::new);
  }

  /** Closes it, or closes it again for longer. */
  void close(Cause cause) {
    long now = clock.millis();
    change(
        Optional.of(
            known
                .closure()
                .map(closure -> closure.again(cause, now))
                .orElseGet(() -> Closure.first(cause, now))));
  }

  void open() {
    if (known.closure().isPresent()) {
      change(Optional.empty());
    }
  }

  /** Opens it, unless it was closed for this. */
  void openUnless(Cause cause) {
    if (known.closure().filter(closure -> closure.cause() != cause).isPresent()) {
      change(Optional.empty());
    }
  }

  /** Whether another instance was accepted, and so opened it, since this was last asked. */
  boolean wasOpenedElsewhere() {
    boolean was = openedElsewhere;
    openedElsewhere = false;
    return was;
  }

  private void refresh() {
    long now = clock.millis();
    if (isAhead(readAgain, FRESH, now) || isAway(now)) {
      return;
    }
    readAgain = now + FRESH.toMillis();
    Optional<Circuit> read = fleet.read();
    if (read.isEmpty()) {
      leaveAlone(now);
    } else if (untold && read.get().epoch() == known.epoch()) {
      tell(known.closure());
    } else {
      learn(read.get());
    }
  }

  private void change(Optional<Closure> closure) {
    if (untold || isAway(clock.millis())) {
      keep(closure);
    } else {
      tell(closure);
    }
  }

  private void tell(Optional<Closure> closure) {
    Circuit next = known.next(closure);
    switch (fleet.change(known, next)) {
      case Swap.Done done -> adopt(next);
      case Swap.Beaten(Circuit now) -> learn(now);
      case Swap.Away away -> {
        leaveAlone(clock.millis());
        keep(closure);
      }
    }
  }

  private boolean takesProbe(Closure probed) {
    Circuit next = known.with(Optional.of(probed));
    if (untold || isAway(clock.millis())) {
      known = next;
      return true;
    }
    return switch (fleet.probe(known, next)) {
      case Swap.Done done -> {
        adopt(next);
        yield true;
      }
      case Swap.Beaten(Circuit now) -> {
        learn(now);
        yield false;
      }
      case Swap.Away away -> {
        leaveAlone(clock.millis());
        known = next;
        yield true;
      }
    };
  }

  /** Takes over what the others have settled. */
  private void learn(Circuit circuit) {
    openedElsewhere |= known.closure().isPresent() && circuit.closure().isEmpty();
    adopt(circuit);
  }

  private void adopt(Circuit circuit) {
    known = circuit;
    untold = false;
    readAgain = clock.millis() + FRESH.toMillis();
  }

  private void keep(Optional<Closure> closure) {
    known = known.with(closure);
    untold = true;
  }

  private boolean isAway(long now) {
    return isAhead(reachable, LEFT_ALONE, now);
  }

  /** A time that is further ahead than it was ever set was set by a clock that went back since. */
  private static boolean isAhead(long time, Duration most, long now) {
    return now < time && time - now <= most.toMillis();
  }

  private void leaveAlone(long now) {
    reachable = now + LEFT_ALONE.toMillis();
  }
}
