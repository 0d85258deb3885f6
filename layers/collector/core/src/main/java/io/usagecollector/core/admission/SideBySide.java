package io.usagecollector.core.admission;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.EnsureService;
import io.usagecollector.core.delivery.admission.Admission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Ensures customers on virtual threads, a few at once, each by the same deadline. What does not end
 * by itself is left shortly after it.
 */
record SideBySide(EnsureService service) {
  /** More would be a load on the service that one batch of new customers is no reason for. */
  static final int AT_ONCE = 16;

  /** For the last answers to come in. */
  private static final long GRACE = 250;

  Map<CustomerKey, Admission> ensure(List<EnsureRequest> requests, Deadline deadline) {
    var places = new Semaphore(AT_ONCE);
    List<Callable<Admission>> tasks =
        requests.stream()
            .<Callable<Admission>>map(request -> () -> one(request, places, deadline))
            .toList();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      return answers(requests, threads.invokeAll(tasks, left(deadline) + GRACE, MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    } finally {
      threads.shutdownNow();
    }
  }

  private static final TimeUnit MILLIS = TimeUnit.MILLISECONDS;

  private static long left(Deadline deadline) {
    return Math.max(0, deadline.left().toMillis());
  }

  private Admission one(EnsureRequest request, Semaphore places, Deadline deadline)
      throws InterruptedException {
    if (!places.tryAcquire(left(deadline), MILLIS)) {
      return Refusals.NO_TIME;
    }
    try {
      return switch (service.ensure(request, deadline)) {
        case EnsureAnswer.Ready _ -> new Admission.Admitted();
        case EnsureAnswer.Failed(var fault) -> Refusals.of(fault);
      };
    } finally {
      places.release();
    }
  }

  private static Map<CustomerKey, Admission> answers(
      List<EnsureRequest> requests, List<Future<Admission>> ended) throws InterruptedException {
    Map<CustomerKey, Admission> answers = new HashMap<>();
    for (int i = 0; i < ended.size(); i++) {
      answers.put(requests.get(i).key(), answer(ended.get(i)));
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
