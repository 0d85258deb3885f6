package io.usagecollector.local.run;

import io.usagecollector.local.live.LiveCount;
import io.usagecollector.local.monitor.Figures;
import io.usagecollector.local.monitor.Monitor;
import io.usagecollector.local.system.LocalSystem;
import java.io.IOException;
import java.util.Optional;

/** The port for probes and dashboards; a run goes on without it where somebody else has it. */
record MonitoredPort(Optional<Monitor> monitor) implements AutoCloseable {
  static MonitoredPort open(int port, LocalSystem system, Screen terminal) {
    try {
      var monitor = Monitor.start(port, () -> figures(system));
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
        system.deadLetters().depth());
  }

  @Override
  public void close() {
    monitor.ifPresent(Monitor::close);
  }
}
