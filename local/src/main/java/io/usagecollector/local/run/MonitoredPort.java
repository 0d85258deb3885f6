package io.usagecollector.local.run;

import io.usagecollector.local.live.LiveCount;
import io.usagecollector.local.monitor.BatchesCreated;
import io.usagecollector.local.monitor.Figures;
import io.usagecollector.local.monitor.Latency;
import io.usagecollector.local.monitor.Monitor;
import io.usagecollector.local.monitor.Version;
import io.usagecollector.local.system.LocalSystem;
import io.usagecollector.local.trigger.Batches;
import io.usagecollector.local.trigger.CutBy;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The port for probes and dashboards; a run goes on without it where somebody else has it. */
record MonitoredPort(Optional<Monitor> monitor) implements AutoCloseable {
  static MonitoredPort open(int port, LocalSystem system, Screen terminal) {
    try {
      var monitor = Monitor.start(port, Version.running(), () -> figures(system));
      terminal.line("  metrics    http://127.0.0.1:" + port + "/metrics");
      return new MonitoredPort(Optional.of(monitor));
    } catch (IOException e) {
      terminal.line(
          "  metrics    none: port %d is taken; --http-port N takes another".formatted(port));
      return new MonitoredPort(Optional.empty());
    }
  }

  private static Figures figures(LocalSystem system) {
    LiveCount.Count forwarded = system.forwarded();
    LiveCount.Count both = forwarded.plus(system.redelivered());
    return new Figures(
        system.isHandingOver(),
        forwarded.received(),
        forwarded.received() - forwarded.filtered() - forwarded.deadLettered(),
        forwarded.deadLettered(),
        both.accepted(),
        both.deferred() + both.held(),
        both.requests(),
        system.lag(),
        system.retryQueue().depth(),
        system.deadLetters().depth(),
        created(system.batches()),
        latency(system.batches()));
  }

  private static BatchesCreated created(Batches batches) {
    return new BatchesCreated(
        batches.cut(CutBy.COUNT), batches.cut(CutBy.SIZE), batches.cut(CutBy.PERIOD));
  }

  private static Latency latency(Batches batches) {
    return new Latency(
        batches.ended(),
        batches.waited().toNanos(),
        batches.lately().stream().map(Duration::toNanos).toList());
  }

  @Override
  public void close() {
    monitor.ifPresent(Monitor::close);
  }
}
