package io.usagecollector.forward;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.assembly.AfterRestore;
import io.usagecollector.aws.assembly.EnsureAssembly;
import io.usagecollector.aws.assembly.PipelineFile;
import io.usagecollector.aws.assembly.Startup;
import io.usagecollector.aws.assembly.StreamPipelines;
import io.usagecollector.aws.assembly.Variables;
import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.finding.ConfigException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the forward function together from its environment. */
final class Wiring {
  private Wiring() {}

  /** The function, or the reason why it cannot work, each time it is asked for. */
  static Supplier<Forwarder> started(
      Map<String, String> environment, Supplier<AwsClients> clients) {
    var variables = new Variables(environment);
    return Startup.of(variables, () -> forwarder(variables, clients));
  }

  /**
   * Reads settings and configuration and compiles the mappings: nothing that a snapshot must not
   * hold. The rest is {@link AfterRestore}.
   *
   * @param environment the function's variables
   * @param clients makes the AWS clients, with the first batch
   * @throws IllegalArgumentException for a setting that is missing or cannot be meant
   * @throws ConfigException for a configuration that cannot be used
   */
  static Forwarder forwarder(Variables environment, Supplier<AwsClients> clients) {
    Settings settings = Settings.from(environment);
    CollectorConfig config = PipelineFile.load(settings.delivery().pipelineFile(), environment);
    Optional<EnsureAssembly> ensure = EnsureAssembly.of(environment, config.output());
    return new Forwarder(
        settings,
        new StreamPipelines(config),
        () ->
            AfterRestore.of(
                settings.delivery(), config.output(), ensure, clients.get(), Clock.systemUTC()));
  }
}
