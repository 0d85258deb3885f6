package io.usagecollector.simulation.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Tasks in virtual time. One runs at a time; when it sleeps, time leaps to whoever wakes next, so
 * hours pass in milliseconds. Who comes first of those that wake together is drawn by lot. Times
 * are milliseconds since 1970-01-01T00:00:00Z.
 *
 * <p>Of the thread that made it: that thread is a task as well, and the world stands still unless
 * it sleeps.
 */
public final class Scheduler implements AutoCloseable {
  /**
   * When a task runs again.
   *
   * @param turn which of its turns: if it had that, this is stale
   */
  private record Wake(long at, int lot, long number, Task task, long turn) {
    static final Comparator<Wake> ORDER =
        Comparator.comparingLong(Wake::at)
            .thenComparingInt(Wake::lot)
            .thenComparingLong(Wake::number);
  }

  private final RandomGenerator random;
  private final PriorityQueue<Wake> wakes = new PriorityQueue<>(Wake.ORDER);
  private final List<Task> tasks = new ArrayList<>();
  private final Task main;
  private Task current;
  private long now;
  private long number;
  private @Nullable Throwable failure;

  /**
   * @param start the time it is when the world begins
   */
  public Scheduler(RandomGenerator random, long start) {
    this.random = random;
    this.now = start;
    this.main = Task.main();
    this.current = main;
  }

  public long now() {
    return now;
  }

  /** Begins a task now. If it throws, the world ends. */
  public void spawn(String name, Runnable work) {
    var holder = new Task[1];
    Thread thread = Thread.ofVirtual().name(name).unstarted(() -> perform(holder, work));
    holder[0] = new Task(name, thread);
    tasks.add(holder[0]);
    wake(holder[0], now);
  }

  /** Lets time pass for the task that runs. */
  public void sleep(long millis) {
    sleepUntil(now + Math.max(0, millis));
  }

  /**
   * Lets time pass for the task that runs.
   *
   * @throws Killed if the world ended meanwhile
   */
  public void sleepUntil(long when) {
    Task self = current;
    if (self.isCancelled()) {
      throw new Killed("the world ended");
    }
    wake(self, Math.max(now, when));
    handOver(self);
    if (self.isCancelled()) {
      throw new Killed("the world ended");
    }
    if (self == main) {
      check();
    }
  }

  /** Something that one task may wait for, besides the time. */
  public Signal signal() {
    return new Signal();
  }

  /** What a task waits for. */
  public final class Signal {
    private @Nullable Task waiting;

    private Signal() {}

    /** Waits until it is raised, or that time has come. */
    public void await(long until) {
      waiting = current;
      sleepUntil(until);
      waiting = null;
    }

    /** Wakes who waits for it, if somebody does. */
    public void raise() {
      Task task = waiting;
      if (task != null) {
        wake(task, now);
      }
    }
  }

  /** Ends the world: whoever made it is told by an error, however deep in what else it stands. */
  public void fail(Throwable why) {
    if (failure == null) {
      failure = why;
      wakes.add(new Wake(now, Integer.MIN_VALUE, 0, main, main.turn()));
    }
  }

  /** Ends every task. */
  @Override
  public void close() {
    for (Task task : List.copyOf(tasks)) {
      task.cancel();
      if (task.hasBegun()) {
        wakes.clear();
        wakes.add(new Wake(now, Integer.MIN_VALUE, 0, main, main.turn()));
        main.release();
        current = task;
        task.takeTurn();
        task.resume();
        main.pause();
      }
    }
  }

  private void wake(Task task, long at) {
    wakes.add(new Wake(at, random.nextInt(), number++, task, task.turn()));
  }

  private void next() {
    Wake next = wakes.remove();
    while (next.turn() != next.task().turn()) {
      next = wakes.remove();
    }
    now = Math.max(now, next.at());
    current = next.task();
    current.takeTurn();
  }

  private void handOver(Task self) {
    next();
    if (current != self) {
      self.release();
      current.resume();
      self.pause();
    }
  }

  private void perform(Task[] holder, Runnable work) {
    Task self = holder[0];
    try {
      work.run();
    } catch (Killed ended) {
      // As it should be: what it had in memory is gone.
    } catch (Throwable e) {
      fail(e);
    }
    tasks.remove(self);
    next();
    current.resume();
  }

  /** Throws what ended the world, if anything did. */
  public void check() {
    Throwable why = failure;
    if (why instanceof Error error) {
      throw error;
    }
    if (why != null) {
      throw new IllegalStateException("a part of the world broke", why);
    }
  }
}
