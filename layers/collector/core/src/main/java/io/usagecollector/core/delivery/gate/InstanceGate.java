package io.usagecollector.core.delivery.gate;

import io.usagecollector.core.delivery.gate.Closure.Cause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The gate of one function instance: what it remembers itself, and, where instances share one, the
 * circuit of all of them.
 */
public final class InstanceGate implements Gate {
  /** For so long an accepted event shows that the service takes good ones. */
  public static final Duration LATELY = Duration.ofMinutes(10);

  private static final long LONGEST_WAIT = Duration.ofMinutes(5).toMillis();
  private static final long OUTAGE_AFTER = Duration.ofMinutes(1).toMillis();
  private static final int OUTAGE_FAILURES = 10;
  private static final long NEVER = Long.MIN_VALUE;

  private final InstantSource clock;
  private final Breaker breaker;
  private final Optional<Permits> permits;
  private int refusals;
  private long throttledUntil = NEVER;
  private int failures;
  private long failingSince = NEVER;
  private long acceptedAt = NEVER;
  private int vouched;
  private int blamed;
  private final OnceAMinute undecided = new OnceAMinute();
  private final OnceAMinute closures = new OnceAMinute();
  private final Asides asides = new Asides();

  /** By itself, and as often as the service likes. */
  public InstanceGate(InstantSource clock) {
    this(clock, new NoSharedCircuit(), Optional.empty());
  }

  /**
   * @param fleet what the instances share
   * @param permits of the requests that are allowed, where they are limited
   */
  public InstanceGate(InstantSource clock, SharedCircuit fleet, Optional<Permits> permits) {
    this.clock = clock;
    this.breaker = new Breaker(clock, fleet);
    this.permits = permits;
  }

  @Override
  public synchronized Entry enter() {
    return breaker.enter();
  }

  @Override
  public synchronized Optional<String> closed() {
    return breaker.closure().map(Closure::why);
  }

  @Override
  public synchronized boolean isAway() {
    return breaker.closure().filter(closure -> closure.cause() == Cause.OUTAGE).isPresent();
  }

  @Override
  public synchronized long opensAt() {
    return clock.millis() < throttledUntil
        ? throttledUntil
        : permits.map(Permits::opensAt).orElse(throttledUntil);
  }

  @Override
  public synchronized void sending() {
    permits.ifPresent(Permits::sent);
  }

  /** Minutes at most are believed: after more than that one batch tries whether it is over. */
  @Override
  public synchronized void throttled(Duration pause) {
    long until = clock.millis() + Math.min(pause.toMillis(), LONGEST_WAIT);
    throttledUntil = Math.max(throttledUntil, until);
    if (pause.toMillis() >= LONGEST_WAIT) {
      breaker.close(Cause.THROTTLED);
    }
  }

  @Override
  public synchronized Verdict refused() {
    refusals++;
    if (refusals < 2) {
      return Verdict.RENEW;
    }
    refusals = 0;
    breaker.close(Cause.CREDENTIALS);
    return Verdict.STOP;
  }

  @Override
  public synchronized void judged() {
    refusals = 0;
    failures = 0;
    breaker.openUnless(Cause.ALL_ALIKE);
  }

  @Override
  public synchronized void accepted() {
    refusals = 0;
    failures = 0;
    breaker.open();
    acceptedAt = clock.millis();
    vouched = 0;
    blamed = 0;
    asides.accepted();
  }

  @Override
  public synchronized void failed() {
    long now = clock.millis();
    if (breaker.wasOpenedElsewhere()) {
      // The service answers others: what failed here before was no outage.
      failures = 0;
    }
    if (failures == 0) {
      failingSince = now;
    }
    failures++;
    if (failures >= OUTAGE_FAILURES && now - failingSince >= OUTAGE_AFTER) {
      breaker.close(Cause.OUTAGE);
    }
  }

  @Override
  public synchronized void refusedAlike() {
    breaker.close(Cause.ALL_ALIKE);
    asides.refused(clock.millis());
  }

  @Override
  public synchronized boolean isFailing() {
    return failures > 0;
  }

  @Override
  public synchronized void forbidden() {
    breaker.close(Cause.FORBIDDEN);
  }

  @Override
  public synchronized void misconfigured() {
    breaker.close(Cause.MISCONFIGURED);
  }

  @Override
  public synchronized boolean blamesAlone(Duration before) {
    if (!acceptedWithin(before) || blamed >= FEW_ALONE) {
      return false;
    }
    blamed++;
    return true;
  }

  private boolean acceptedWithin(Duration before) {
    return acceptedAt != NEVER && clock.millis() - acceptedAt <= before.toMillis();
  }

  @Override
  public synchronized boolean acceptedLately() {
    return acceptedWithin(LATELY);
  }

  @Override
  public synchronized boolean vouchesFor(int events) {
    if (!acceptedLately() || vouched + events > FEW_BAD) {
      return false;
    }
    vouched += events;
    return true;
  }

  @Override
  public synchronized boolean maySetAside() {
    return asides.take(clock.millis());
  }

  @Override
  public synchronized boolean mayTell() {
    return undecided.isDue(clock.millis());
  }

  @Override
  public synchronized boolean mayTellOfClosure() {
    return closures.isDue(clock.millis());
  }
}
