package io.usagecollector.core.admission;

import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.delivery.admission.Admission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A virtual thread for each task, a few at once. What does not end by itself is left shortly after
 * the deadline.
 */
final class SideBySide implements Workers {
  /** More would be a load on the service that one batch of new customers is no reason for. */
  static final int AT_ONCE = 16;

  private static final TimeUnit MILLIS = TimeUnit.MILLISECONDS;

  /** For the last answers to come in. */
  private static final long GRACE = 250;

  @Override
  public List<Admission> work(List<Callable<Admission>> tasks, Deadline deadline) {
    var places = new Semaphore(AT_ONCE);
    List<Callable<Admission>> waiting =
        tasks.stream()
            .<Callable<Admission>>map(task -> () -> inTurn(task, places, deadline))
            .toList();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      return answers(threads.invokeAll(waiting, left(deadline) + GRACE, MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Collections.nCopies(tasks.size(), Refusals.NOT_ENDED);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long left(Deadline deadline) {
    return Math.max(0, deadline.left().toMillis());
  }

  private static Admission inTurn(Callable<Admission> task, Semaphore places, Deadline deadline)
      throws Exception {
    if (!places.tryAcquire(left(deadline), MILLIS)) {
      return Refusals.NO_TIME;
    }
    try {
      return task.call();
    } finally {
      places.release();
    }
  }

  private static List<Admission> answers(List<Future<Admission>> ended)
      throws InterruptedException {
    List<Admission> answers = new ArrayList<>();
    for (Future<Admission> one : ended) {
      answers.add(answer(one));
    }
    return answers;
  }

  /** What no answer may end with, such as no memory, ends the batch as it would have here. */
  private static Admission answer(Future<Admission> ended) throws InterruptedException {
    if (ended.isCancelled()) {
      return Refusals.NOT_ENDED;
    }
    try {
      return ended.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      return Refusals.broken(e.getCause());
    }
  }
}
