package io.usagecollector.simulation.clock;

import java.util.concurrent.locks.LockSupport;

/** A thread that runs only while it has the world to itself. */
final class Task {
  private final String name;
  private final Thread thread;
  private boolean begun;
  private long turn;
  private volatile boolean running;
  private volatile boolean cancelled;

  Task(String name, Thread thread) {
    this.name = name;
    this.thread = thread;
  }

  /** The one whose thread made the world. */
  static Task main() {
    var task = new Task("main", Thread.currentThread());
    task.begun = true;
    task.running = true;
    return task;
  }

  /** Lets it run: whoever calls this stops right after. */
  void resume() {
    running = true;
    if (!begun) {
      begun = true;
      thread.start();
    } else {
      LockSupport.unpark(thread);
    }
  }

  /** Waits until it is resumed. Called by its own thread. */
  void pause() {
    while (!running) {
      LockSupport.park(this);
    }
  }

  /** It is about to stop. */
  void release() {
    running = false;
  }

  /** How often it was its turn. */
  long turn() {
    return turn;
  }

  void takeTurn() {
    turn++;
  }

  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  boolean hasBegun() {
    return begun;
  }

  @Override
  public String toString() {
    return name;
  }
}
