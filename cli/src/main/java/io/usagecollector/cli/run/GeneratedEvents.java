package io.usagecollector.cli.run;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Result;
import io.usagecollector.core.config.mapping.CompiledMapping;
import io.usagecollector.core.place.Position;
import io.usagecollector.tooling.trial.Generated;
import java.util.List;

/** Events that a configuration makes up, with {@code input.generate}; they come at once. */
final class GeneratedEvents {
  private final Generated generated;
  private final RunOrigin origin;
  private final Host host;

  GeneratedEvents(Generated generated, RunOrigin origin, Host host) {
    this.generated = generated;
    this.origin = origin;
    this.host = host;
  }

  /**
   * Runs a number of events through a program: what the file's mapping drops or fails on counts.
   */
  void run(int count, EventProgram program, RunReport report) {
    for (int number = 1; number <= count; number++) {
      for (Outcome outcome : next(number, program)) {
        report.ran(number, outcome);
      }
    }
  }

  private List<Outcome> next(int number, EventProgram program) {
    return switch (generated.next(host)) {
      case Result.Mapped mapped -> program.run(origin.record(number, mapped.message().content()));
      case Result.Deleted _ -> List.of(new Outcome.Dropped());
      case Result.Failed failed -> List.of(failed(failed.fault()));
    };
  }

  private Outcome failed(Fault fault) {
    CompiledMapping made = generated.compiled();
    Position at = made.at(Math.max(1, fault.line()), Math.max(1, fault.column()));
    return new Outcome.Failed(
        made.path() + " (" + made.file() + ":" + at + ") failed: " + fault.text());
  }
}
