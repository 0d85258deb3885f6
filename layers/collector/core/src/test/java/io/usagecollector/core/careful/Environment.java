package io.usagecollector.core.careful;

import io.usagecollector.core.delivery.Delivery;
import io.usagecollector.core.delivery.Ports;
import io.usagecollector.core.delivery.flight.OneAtATime;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.delivery.pace.VirtualTime;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Receipt;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Sink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** An execution environment: its marks outlive its processes, of which it runs one at a time. */
final class Environment {
  /** What a process of an environment did in vain. */
  static final class Died extends Exception {
    private static final long serialVersionUID = 1L;
  }

  final VirtualTime time;
  final List<String> accepted = new ArrayList<>();
  final List<Letter> letters = new ArrayList<>();
  private final MemoryMarks marks = new MemoryMarks();
  private final List<SuspectStore> stores;
  private final Semaphore hangs = new Semaphore(0);
  private CarefulDelivery process;

  Environment(VirtualTime time, SuspectStore... stores) {
    this.time = time;
    this.stores = List.of(stores);
    restart();
  }

  void restart() {
    process = new CarefulDelivery(new Delivery(ports()), marks, stores, time);
  }

  /** A mapping that never ends: Lambda kills its process. */
  void hang() {
    hangs.release();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One delivery; a process that hangs in it is left behind, as if killed, and begins anew. */
  BatchReport deliver(List<OneEvent> batch) throws Died, InterruptedException {
    var ended = new CompletableFuture<BatchReport>();
    CarefulDelivery living = process;
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            ended.complete(
                living.deliver(
                    batch, new TimeBudget(time, Duration.ofSeconds(60)), Acknowledger.WHOLE_BATCH));
          } catch (RuntimeException | Error e) {
            ended.completeExceptionally(e);
          }
        });
    while (!ended.isDone() && !hangs.tryAcquire(1, TimeUnit.MILLISECONDS)) {
      Thread.onSpinWait();
    }
    if (!ended.isDone()) {
      restart();
      throw new Died();
    }
    if (ended.isCompletedExceptionally()) {
      throw new Died();
    }
    return ended.join();
  }

  private Ports ports() {
    return new Ports(
        accepting(),
        new OneAtATime(),
        new Letters() {
          @Override
          public List<Receipt> store(List<Letter> some, Duration timeout) {
            letters.addAll(some);
            return some.stream().<Receipt>map(letter -> new Receipt.Stored()).toList();
          }
        },
        Optional.empty(),
        new InstanceGate(time),
        RetryPolicy.DEFAULT,
        new RetryTokens(),
        time,
        new Random(1));
  }

  private Sink accepting() {
    return new Sink() {
      @Override
      public Answer send(List<UsageEvent> events, Duration timeout) {
        events.forEach(event -> accepted.add(event.eventId()));
        return new Answer.Accepted("202");
      }

      @Override
      public void renewCredentials() {}

      @Override
      public EventForm form() {
        throw new AssertionError("these records are events already");
      }

      @Override
      public BulkLimits limits() {
        return new BulkLimits(1_000, 1_000_000);
      }
    };
  }
}
