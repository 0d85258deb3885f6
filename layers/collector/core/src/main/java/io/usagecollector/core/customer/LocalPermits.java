package io.usagecollector.core.customer;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/** The permits of this process alone: what is left of a fleet's where nothing is shared. */
public final class LocalPermits implements CreatePermits {
  private final Semaphore free;
  private final Sleeper sleeper;
  private final RandomGenerator random;

  /**
   * @param most how many may create at once
   * @param random thread-safe
   */
  public LocalPermits(int most, Sleeper sleeper, RandomGenerator random) {
    this.free = new Semaphore(most);
    this.sleeper = sleeper;
    this.random = random;
  }

  @Override
  public Optional<Permit> acquire(Deadline deadline) {
    var polling = new Polling(sleeper, random);
    while (!deadline.isOver()) {
      if (free.tryAcquire()) {
        return Optional.of(new Held(deadline));
      }
      if (!polling.again(deadline)) {
        break;
      }
    }
    return Optional.empty();
  }

  private final class Held implements Permit {
    private final Deadline deadline;
    private final AtomicBoolean closed = new AtomicBoolean();

    Held(Deadline deadline) {
      this.deadline = deadline;
    }

    @Override
    public Deadline deadline() {
      return deadline;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        free.release();
      }
    }
  }
}
