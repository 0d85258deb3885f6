package io.usagecollector.simulation.function;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.flight.BulkExchange;
import io.usagecollector.core.delivery.flight.Flights;
import io.usagecollector.core.delivery.flight.InFlight;
import io.usagecollector.core.delivery.flight.Landed;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Bulks in flight, a task each: they land in the order that the service and chance answer them. */
final class SimulatedFlights implements Flights {
  private final Surroundings world;
  private final FunctionProcess process;
  private final int most;

  SimulatedFlights(Surroundings world, FunctionProcess process, int most) {
    this.world = world;
    this.process = process;
    this.most = most;
  }

  private record Arrived(Landed landed, long start, long at) {}

  @Override
  public int most() {
    return most;
  }

  @Override
  public InFlight open(Sink sink) {
    var exchange = new BulkExchange(sink);
    Invocation invocation = process.invocation();
    Deque<Arrived> arrived = new ArrayDeque<>();
    return new InFlight() {
      @Override
      public void start(int number, Bulk bulk, Duration timeout) {
        world.scheduler().spawn("flight", () -> fly(number, bulk, timeout));
      }

      private void fly(int number, Bulk bulk, Duration timeout) {
        long start = world.now();
        var landed = new Landed(number, exchange.answer(bulk, timeout));
        arrived.add(new Arrived(landed, start, world.now()));
        process.arrived();
      }

      @Override
      public Optional<Landed> land(Duration atMost) {
        if (arrived.isEmpty()) {
          process.await(world.now() + atMost.toMillis());
        }
        return Optional.ofNullable(arrived.poll()).map(this::noticed);
      }

      private Landed noticed(Arrived one) {
        world.tell(
            new Happening.Landed(
                world.now(), invocation, one.start(), one.at(), one.landed().answer()));
        return one.landed();
      }

      // What has not landed goes on: nobody can call it back.
      @Override
      public void close() {}
    };
  }
}
