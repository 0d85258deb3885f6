package io.usagecollector.core.delivery.flight;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.sink.Sink;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Sends each bulk on the spot, so that a virtual clock moves with it. */
public final class OneAtATime implements Flights {
  @Override
  public int most() {
    return 1;
  }

  @Override
  public InFlight open(Sink sink) {
    var exchange = new BulkExchange(sink);
    Deque<Landed> landed = new ArrayDeque<>();
    return new InFlight() {
      @Override
      public void start(int number, Bulk bulk, Duration timeout) {
        landed.add(new Landed(number, exchange.answer(bulk, timeout)));
      }

      @Override
      public Optional<Landed> land(Duration atMost) {
        return Optional.ofNullable(landed.poll());
      }

      @Override
      public void close() {}
    };
  }
}
