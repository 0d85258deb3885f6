package io.usagecollector.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs the same on many threads, which start together. */
final class AtOnce {
  private AtOnce() {}

  static <T> List<T> run(int threads, IntFunction<Callable<T>> task)
      throws InterruptedException, ExecutionException {
    var start = new CountDownLatch(1);
    try (var executor = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<T> one = task.apply(i);
        running.add(
            executor.submit(() -> {
              start.await();
              return one.call();
            }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }
}
