package io.usagecollector.core.delivery.gate;

import io.usagecollector.core.delivery.gate.Closure.Cause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gate as one function instance remembers it. */
public final class InstanceGate implements Gate {
  /** For so long an accepted event shows that the service takes good ones. */
  public static final Duration LATELY = Duration.ofMinutes(10);

  private static final long LONGEST_WAIT = Duration.ofHours(1).toMillis();
  private static final long OUTAGE_AFTER = Duration.ofMinutes(1).toMillis();
  private static final int OUTAGE_FAILURES = 10;
  private static final long TELL_EVERY = Duration.ofMinutes(1).toMillis();
  private static final long NEVER = Long.MIN_VALUE;

  private final InstantSource clock;
  private @Nullable Closure closure;
  private int refusals;
  private long throttledUntil = NEVER;
  private int failures;
  private long failingSince = NEVER;
  private long acceptedAt = NEVER;
  private int vouched;
  private long toldAt = NEVER;

  public InstanceGate(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Entry enter() {
    Closure known = closure;
    long now = clock.millis();
    if (known == null) {
      return new Entry.Open();
    }
    if (known.isDue(now)) {
      closure = known.probed(now);
      return new Entry.Probe();
    }
    return new Entry.Closed(known.why());
  }

  @Override
  public synchronized Optional<String> closed() {
    Closure known = closure;
    return known == null ? Optional.empty() : Optional.of(known.why());
  }

  @Override
  public synchronized long opensAt() {
    return throttledUntil;
  }

  /** An hour at most is believed. */
  @Override
  public synchronized void throttled(Duration pause) {
    long until = clock.millis() + Math.min(pause.toMillis(), LONGEST_WAIT);
    throttledUntil = Math.max(throttledUntil, until);
  }

  @Override
  public synchronized Verdict refused() {
    refusals++;
    if (refusals < 2) {
      return Verdict.RENEW;
    }
    refusals = 0;
    close(Cause.CREDENTIALS);
    return Verdict.STOP;
  }

  @Override
  public synchronized void judged() {
    refusals = 0;
    failures = 0;
    Closure known = closure;
    if (known != null && known.cause() != Cause.ALL_ALIKE) {
      closure = null;
    }
  }

  @Override
  public synchronized void accepted() {
    judged();
    closure = null;
    acceptedAt = clock.millis();
    vouched = 0;
  }

  @Override
  public synchronized void failed() {
    long now = clock.millis();
    if (failures == 0) {
      failingSince = now;
    }
    failures++;
    if (failures >= OUTAGE_FAILURES && now - failingSince >= OUTAGE_AFTER) {
      close(Cause.OUTAGE);
    }
  }

  @Override
  public synchronized void refusedAlike() {
    close(Cause.ALL_ALIKE);
  }

  @Override
  public synchronized boolean acceptedLately() {
    return acceptedAt != NEVER && clock.millis() - acceptedAt <= LATELY.toMillis();
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
  public synchronized boolean mayTell() {
    long now = clock.millis();
    if (toldAt != NEVER && now - toldAt < TELL_EVERY) {
      return false;
    }
    toldAt = now;
    return true;
  }

  private void close(Cause cause) {
    Closure known = closure;
    long now = clock.millis();
    closure = known == null ? Closure.first(cause, now) : known.again(cause, now);
  }
}
