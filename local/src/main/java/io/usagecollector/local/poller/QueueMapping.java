package io.usagecollector.local.poller;

import io.usagecollector.local.lambda.InvokeResult;
import io.usagecollector.local.lambda.Invoker;
import io.usagecollector.local.sqs.Queue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Lambda's event source mapping for a standard SQS queue on this machine: polls, cuts batches,
 * invokes, deletes what was dealt with and leaves the rest, which comes again when its visibility
 * timeout ends. One thread polls; each invocation has a thread of its own. At the maximum
 * concurrency it does not poll.
 */
public final class QueueMapping implements AutoCloseable {
  private static final long LOOK_MILLIS = 100;

  private final Plan plan;
  private final Inbox inbox;
  private final KeptReader answers;
  private final Random random;
  private final Semaphore slots;
  private final AtomicInteger running = new AtomicInteger();
  private final Map<String, String> kept = new ConcurrentSkipListMap<>();
  private final Thread thread;
  private volatile boolean stopping;
  private volatile @Nullable RuntimeException broken;

  /**
   * What a mapping needs to know.
   *
   * @param queue the queue, with its visibility timeout and redrive policy
   * @param seed of everything that happens by chance
   */
  public record Plan(
      Queue queue, PollerSettings settings, PollerFaults faults, long seed, Clock clock) {}

  private QueueMapping(Plan plan, Invoker function) {
    this.plan = plan;
    this.inbox = new Inbox(plan.queue, plan.settings, plan.clock);
    this.answers = new KeptReader(plan.settings.reportBatchItemFailures());
    this.random = new Random(plan.seed);
    this.slots = new Semaphore(plan.settings.maximumConcurrency());
    this.thread = Thread.ofPlatform().name("queue-mapping").unstarted(() -> run(function));
  }

  public static QueueMapping start(Plan plan, Invoker function) {
    var mapping = new QueueMapping(plan, function);
    mapping.thread.start();
    return mapping;
  }

  /** Why messages were left in the queue, by message id, until they are dealt with. */
  public Map<String, String> kept() {
    return Map.copyOf(kept);
  }

  /** Whether no invocation is under way. */
  public boolean isIdle() {
    return running.get() == 0;
  }

  /** Why it stopped of itself, if it did. */
  public Optional<RuntimeException> broken() {
    return Optional.ofNullable(broken);
  }

  private void run(Invoker function) {
    try {
      while (!stopping) {
        if (slots.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          dispatch(function);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      broken = new IllegalStateException("the queue's mapping broke (seed " + plan.seed + ")", e);
    }
  }

  private void dispatch(Invoker function) {
    MessageBatch batch = stopping ? new MessageBatch(List.of()) : inbox.next();
    if (batch.isEmpty() || stopping) {
      slots.release();
      return;
    }
    MessageBatch ordered = draw(plan.faults.shuffled()) ? shuffled(batch) : batch;
    boolean loseDelete = draw(plan.faults.lostDelete());
    running.incrementAndGet();
    Thread.ofPlatform()
        .daemon()
        .name("queue-invocation")
        .start(() -> invoke(function, ordered, loseDelete));
  }

  private MessageBatch shuffled(MessageBatch batch) {
    var entries = new ArrayList<>(batch.entries());
    Collections.shuffle(entries, random);
    return new MessageBatch(entries);
  }

  private void invoke(Invoker function, MessageBatch batch, boolean loseDelete) {
    try {
      settle(batch, answers.read(result(function, batch), batch.ids()), loseDelete);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.decrementAndGet();
      slots.release();
    }
  }

  private static InvokeResult result(Invoker function, MessageBatch batch)
      throws InterruptedException {
    try {
      return function.invoke(batch.toEvent());
    } catch (RuntimeException e) {
      return new InvokeResult.Faulted("Invoke", String.valueOf(e));
    }
  }

  private void settle(MessageBatch batch, Kept keeping, boolean loseDelete) {
    kept.keySet().removeAll(batch.ids());
    keeping.ids().forEach(id -> kept.put(id, keeping.reason()));
    if (loseDelete) {
      return;
    }
    try {
      plan.queue.delete(batch.without(keeping.ids()));
    } catch (SdkException e) {
      // What was not deleted comes again, as on AWS.
      batch.without(keeping.ids()).forEach(m -> kept.put(m.messageId(), "not deleted: " + e));
    }
  }

  private boolean draw(double probability) {
    return random.nextDouble() < probability;
  }

  /** Stops polling. What is under way is left: it comes again when its visibility ends. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
