package io.usagecollector.ensure;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.assembly.EnsureAssembly;
import io.usagecollector.aws.assembly.PipelineFile;
import io.usagecollector.aws.assembly.Startup;
import io.usagecollector.aws.assembly.Variables;
import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.ensure.request.WhoIsMeant;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** Puts the ensure function and its sweep together from their environment. */
final class Wiring {
  private static final String ENSURE = "ensure";
  private static final String SWEEP = "sweep";

  private Wiring() {}

  /** What answers requests, each with the reason if it cannot work. */
  static Front front(Map<String, String> environment, Supplier<AwsClients> clients) {
    var variables = new Variables(environment);
    Supplier<EnsureFunction> function =
        Startup.of(
            variables,
            () -> {
              EnsureAssembly assembly = assembly(variables);
              return new EnsureFunction(
                  new WhoIsMeant(assembly.identification()),
                  () -> assembly.live(clients.get(), Clock.systemUTC()));
            });
    return new Front(function, new RequestTelemetry(ENSURE), System::nanoTime);
  }

  /** The sweep, or the reason why it cannot work, each time it is asked for. */
  static Supplier<Sweeper> sweeper(Map<String, String> environment, Supplier<AwsClients> clients) {
    var variables = new Variables(environment);
    return Startup.of(
        variables,
        () -> {
          EnsureAssembly assembly = assembly(variables);
          return new Sweeper(
              SWEEP, () -> assembly.live(clients.get(), Clock.systemUTC()), Clock.systemUTC());
        });
  }

  /**
   * Reads settings and configuration: nothing that a snapshot must not hold.
   *
   * @throws IllegalArgumentException for a setting that is missing or cannot be meant
   * @throws ConfigException for a configuration that cannot be used
   */
  private static EnsureAssembly assembly(Variables environment) {
    CollectorConfig config = PipelineFile.load(PipelineFile.path(environment), environment);
    return EnsureAssembly.of(environment, config.output())
        .orElseThrow(() ->
            new IllegalArgumentException(
                "ENSURE is off: this function has nothing to do. Set it to customer or"
                    + " subscription"));
  }
}
