package io.usagecollector.simulation.function;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.simulation.billing.ServiceClient;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.util.List;

/** Tells of each request and what it came to. The time that a request has is virtual. */
final class ObservedSink implements Sink {
  /** For the real client, whose clock is real: no request takes so long. */
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final Surroundings world;
  private final FunctionProcess process;
  private final Sink sink;

  ObservedSink(Surroundings world, FunctionProcess process, Sink sink) {
    this.world = world;
    this.process = process;
    this.sink = sink;
  }

  @Override
  public Answer send(List<UsageEvent> events, Duration timeout) {
    Invocation invocation = process.invocation();
    long start = world.now();
    Answer answer =
        ScopedValue.where(ServiceClient.TIMEOUT, timeout).call(() -> sink.send(events, FOR_EVER));
    world.tell(new Happening.Requested(world.now(), invocation, start, timeout, events, answer));
    return answer;
  }

  @Override
  public void renewCredentials() {
    sink.renewCredentials();
  }

  @Override
  public EventForm form() {
    return sink.form();
  }

  @Override
  public BulkLimits limits() {
    return sink.limits();
  }
}
