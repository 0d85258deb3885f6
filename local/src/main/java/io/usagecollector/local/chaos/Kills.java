package io.usagecollector.local.chaos;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Kills the functions in the middle of what they do, each time the billing service was asked so
 * often.
 */
public final class Kills implements AutoCloseable {
  private static final long LOOK_MILLIS = 10;

  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  private Kills(List<Integer> at, LongSupplier requests, Runnable kill) {
    thread = Thread.ofPlatform().daemon().name("kills").unstarted(() -> run(at, requests, kill));
  }

  public static Kills start(List<Integer> at, LongSupplier requests, Runnable kill) {
    var kills = new Kills(at, requests, kill);
    kills.thread.start();
    return kills;
  }

  private void run(List<Integer> at, LongSupplier requests, Runnable kill) {
    try {
      for (int due : at) {
        while (requests.getAsLong() < due) {
          if (stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
          }
        }
        kill.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
