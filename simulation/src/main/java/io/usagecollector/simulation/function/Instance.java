package io.usagecollector.simulation.function;

import io.usagecollector.core.admission.EnsuringCustomers;
import io.usagecollector.core.delivery.Delivery;
import io.usagecollector.core.delivery.Ports;
import io.usagecollector.core.delivery.RetryQueue;
import io.usagecollector.core.delivery.admission.Customers;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.gate.Permits;
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
import io.usagecollector.core.source.Remapping;
import io.usagecollector.core.source.StoredMessage;
import io.usagecollector.simulation.billing.BillingService;
import io.usagecollector.simulation.billing.ServiceClient;
import io.usagecollector.simulation.customer.CustomerAccounts;
import io.usagecollector.simulation.customer.SimulatedEnsure;
import io.usagecollector.simulation.event.Mapping;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.sqs.DeadLetterQueue;
import io.usagecollector.simulation.sqs.MessageQueue;
import io.usagecollector.simulation.sqs.ReceivedMessage;
import io.usagecollector.simulation.sqs.RetryLetters;
import io.usagecollector.simulation.table.StateTable;
import io.usagecollector.simulation.world.Surroundings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** An instance of a function: the real delivery, with its memory, until it dies. */
final class Instance {
  private static final StreamId STREAM = new StreamId("simulated");
  private static final String SERVICE = "flexprice";
  private static final int BYTES = 1_000_000;

  private final Surroundings world;
  private final String name;
  private final FunctionProcess process;
  private final SkewedClock clock;
  private final InstanceGate gate;
  private final Delivery delivery;
  private final Function<SourceRecord, Inbound> inbound;
  private final Remapping remapping;

  Instance(Surroundings world, String name, Outside outside, Mapping mapping, Size size) {
    this.world = world;
    this.name = name;
    this.process = new FunctionProcess(world);
    this.clock = new SkewedClock(world, name);
    this.gate = gate(outside.table());
    Sink sink = sink(outside.service(), size.bulk());
    this.delivery = new Delivery(ports(sink, outside, size));
    var observed = new ObservedMapping(world, process, mapping);
    this.inbound =
        MappedRecord.with(
            new Origin(STREAM, SERVICE, mapping.version()), observed, sink.form(), this::nanoTime);
    this.remapping =
        new Remapping(SERVICE, mapping.version(), any -> observed, sink.form(), this::nanoTime);
  }

  private InstanceGate gate(StateTable table) {
    return table.sharing().isThere()
        ? new InstanceGate(
            clock,
            table.circuit(process),
            table
                .sharing()
                .rate()
                .map(rate ->
                    new Permits(
                        rate,
                        table.budget(process),
                        clock,
                        new SplittableRandom(world.random().nextLong()))))
        : new InstanceGate(clock);
  }

  private long nanoTime() {
    return Duration.ofMillis(world.now()).toNanos();
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

  private Customers customers(CustomerAccounts accounts) {
    var ensure = new SimulatedEnsure(world, accounts, process, process::invocation);
    return new ObservedCustomers(
        world, process, new EnsuringCustomers(ensure, new OneByOne(), clock));
  }

  private Ports ports(Sink sink, Outside outside, Size size) {
    return new Ports(
        sink,
        new SimulatedFlights(world, process, size.mostInFlight()),
        outside.accounts().map(this::customers),
        new DeadLetterQueue(world, process),
        Optional.of(
            new RetryQueue(
                new RetryLetters(world, process, outside.retryQueue()),
                Outside.RETRIES,
                outside.outage())),
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

  Instant now() {
    return clock.instant();
  }

  Inbound inbound(SourceRecord record) {
    return inbound.apply(record);
  }

  StoredMessage inbound(ReceivedMessage message) {
    return StoredMessage.of(message.handle(), message.body(), message.sentAt(), remapping);
  }

  /** Begins an invocation: all that follows is of it. */
  void begin(Invocation invocation) {
    process.begin(invocation);
    clock.mayJump();
  }

  /**
   * Delivers a batch, unless it dies over it.
   *
   * @param parts what the batch holds
   */
  BatchReport deliver(List<? extends Inbound> batch, List<PartId> parts) {
    Invocation invocation = process.invocation();
    Duration left = Duration.ofMillis(invocation.deadline() - world.now());
    var budget = new TimeBudget(clock, left);
    world.tell(new Happening.Invoked(invocation, batch.size(), parts, gate.closed()));
    BatchReport report =
        process.effect("answer", () -> delivery.deliver(batch, budget, invocation.acknowledger()));
    world.tell(new Happening.Reported(world.now(), invocation, report));
    return report;
  }

  /** Puts messages out of sight, each for so long. */
  void hide(MessageQueue queue, Map<ReceivedMessage, Duration> messages) {
    messages.forEach((message, time) ->
        process.effect(
            "hide a message",
            () -> {
              queue.hide(message, time);
              return message;
            }));
  }

  @Override
  public String toString() {
    return name;
  }
}
