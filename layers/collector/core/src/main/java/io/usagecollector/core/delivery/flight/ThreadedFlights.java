package io.usagecollector.core.delivery.flight;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.sink.Sink;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A virtual thread for each bulk in flight. */
public final class ThreadedFlights implements Flights {
  private final int most;

  /**
   * @param most how many bulks of one batch may be in flight
   */
  public ThreadedFlights(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("one bulk at least must be in flight");
    }
    this.most = most;
  }

  @Override
  public int most() {
    return most;
  }

  @Override
  public InFlight open(Sink sink) {
    return new Threads(new BulkExchange(sink), Executors.newVirtualThreadPerTaskExecutor());
  }

  private static final class Threads implements InFlight {
    private final BulkExchange exchange;
    private final ExecutorService threads;
    private final CompletionService<Landed> landing;

    Threads(BulkExchange exchange, ExecutorService threads) {
      this.exchange = exchange;
      this.threads = threads;
      this.landing = new ExecutorCompletionService<>(threads);
    }

    @Override
    public void start(int number, Bulk bulk, Duration timeout) {
      landing.submit(() -> new Landed(number, exchange.answer(bulk, timeout)));
    }

    @Override
    public Optional<Landed> land(Duration atMost) throws InterruptedException {
      Future<Landed> landed = landing.poll(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
      return landed == null ? Optional.empty() : Optional.of(end(landed));
    }

    /** What no exchange may end with, such as no memory, ends the batch as it would have here. */
    private static Landed end(Future<Landed> landed) throws InterruptedException {
      try {
        return landed.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw new IllegalStateException(e);
      }
    }

    /** Interrupts them, and waits for none. */
    @Override
    public void close() {
      threads.shutdownNow();
    }
  }
}
