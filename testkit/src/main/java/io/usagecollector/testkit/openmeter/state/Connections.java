package io.usagecollector.testkit.openmeter.state;

import io.usagecollector.testkit.http.Call;
import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The server's connections to its database. Whoever makes a subscription holds one and soon needs a
 * second: as many at once as there are connections, and nobody gets any further until clients hang
 * up. There is no timeout of the server's own.
 */
public final class Connections {
  private static final long LOOK_MILLIS = 5;

  private final Semaphore free;
  private final Duration creating;
  private final AtomicInteger waiting = new AtomicInteger();
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * @param creating how long the first is held before the second is asked for
   */
  public Connections(int all, Duration creating) {
    this.free = new Semaphore(all, true);
    this.creating = creating;
  }

  /** Does something that takes one connection. */
  public <T> T withOne(Call call, Supplier<T> action) {
    await(call);
    try {
      return action.get();
    } finally {
      free.release();
    }
  }

  /** Does something that takes one connection and then, still holding it, a second. */
  public <T> T withTwo(Call call, Supplier<T> action) {
    return withOne(
        call,
        () -> {
          pause();
          return withOne(call, action);
        });
  }

  /** How many nobody holds. */
  public int free() {
    return free.availablePermits();
  }

  /** How many requests wait for one. */
  public int waiting() {
    return waiting.get();
  }

  /** Ends all waiting. */
  public void stop() {
    stopping.countDown();
  }

  private void await(Call call) {
    if (free.tryAcquire()) {
      return;
    }
    waiting.incrementAndGet();
    try {
      boolean acquired = false;
      while (!acquired) {
        acquired = free.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (stopping.getCount() == 0 || call.clientGone().getAsBoolean()) {
          free.release(acquired ? 1 : 0);
          throw new Refused(Problem.blank(408, "Request Timeout", "context canceled"));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      waiting.decrementAndGet();
    }
  }

  private void pause() {
    try {
      boolean stopped = stopping.await(creating.toNanos(), TimeUnit.NANOSECONDS);
      if (stopped) {
        throw new Refused(Problem.blank(408, "Request Timeout", "context canceled"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
