package io.usagecollector.simulation.function;

import io.usagecollector.core.delivery.Delivery;
import io.usagecollector.core.delivery.Ports;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.letter.Origin;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.core.sink.flexprice.FlexpriceAddress;
import io.usagecollector.core.sink.flexprice.FlexpriceApi;
import io.usagecollector.core.sink.flexprice.FlexpriceSink;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import io.usagecollector.core.source.MappedRecord;
import io.usagecollector.simulation.billing.BillingService;
import io.usagecollector.simulation.billing.ServiceClient;
import io.usagecollector.simulation.event.Mapping;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.ledger.Queue;
import io.usagecollector.simulation.sqs.LetterQueue;
import io.usagecollector.simulation.world.Surroundings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** An instance of the forward function: the real delivery, with its memory, until it dies. */
final class Instance {
  private static final StreamId STREAM = new StreamId("simulated");
  private static final int BYTES = 1_000_000;

  private final Surroundings world;
  private final String name;
  private final FunctionProcess process;
  private final SkewedClock clock;
  private final InstanceGate gate;
  private final Delivery delivery;
  private final Function<SourceRecord, Inbound> inbound;

  Instance(Surroundings world, String name, BillingService service, Mapping mapping, Size size) {
    this.world = world;
    this.name = name;
    this.process = new FunctionProcess(world);
    this.clock = new SkewedClock(world, name);
    this.gate = new InstanceGate(clock);
    Sink sink = sink(service, size.bulk());
    this.delivery = new Delivery(ports(sink, size));
    this.inbound =
        MappedRecord.with(
            new Origin(STREAM, "flexprice", mapping.version()),
            new ObservedMapping(world, process, mapping),
            sink.form(),
            () -> Duration.ofMillis(world.now()).toNanos());
  }

  private Sink sink(BillingService service, int bulk) {
    var api =
        new FlexpriceApi(
            new FlexpriceAddress(URI.create("https://billing.example"), Optional.empty()),
            new ServiceClient(world, service, process),
            new FetchedKey(service, process),
            new SplittableRandom(0));
    var flexprice =
        new FlexpriceSink(new FlexpriceForm(List.of()), new BulkLimits(bulk, BYTES), api, clock);
    return new ObservedSink(world, process, flexprice);
  }

  private Ports ports(Sink sink, Size size) {
    return new Ports(
        sink,
        new SimulatedFlights(world, process, size.mostInFlight()),
        new LetterQueue(world, process, Queue.DEAD_LETTERS),
        Optional.empty(),
        gate,
        RetryPolicy.DEFAULT,
        new RetryTokens(),
        pause -> {
          clock.mayJump();
          process.pause(pause.toMillis());
        },
        new SplittableRandom(world.random().nextLong()));
  }

  boolean isDead() {
    return process.isDead();
  }

  /** Delivers a batch, unless it dies over it. */
  BatchReport deliver(Invocation invocation, List<SourceRecord> records) {
    process.begin(invocation);
    clock.mayJump();
    Duration left = Duration.ofMillis(invocation.deadline() - world.now());
    var budget = new TimeBudget(clock, left);
    world.tell(
        new Happening.Invoked(
            invocation, records.stream().map(SourceRecord::at).toList(), gate.closed()));
    BatchReport report =
        process.effect(
            "answer",
            () ->
                delivery.deliver(
                    records.stream().map(inbound).toList(), budget, invocation.acknowledger()));
    world.tell(new Happening.Reported(world.now(), invocation, report));
    return report;
  }

  @Override
  public String toString() {
    return name;
  }
}
