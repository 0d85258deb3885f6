package io.usagecollector.redeliver;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.assembly.AfterRestore;
import io.usagecollector.aws.assembly.DeliverySettings;
import io.usagecollector.aws.assembly.EnsureAssembly;
import io.usagecollector.aws.assembly.PipelineFile;
import io.usagecollector.aws.assembly.Startup;
import io.usagecollector.aws.assembly.StreamPipelines;
import io.usagecollector.aws.assembly.Variables;
import io.usagecollector.aws.sqs.event.Visibility;
import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.finding.ConfigException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the redeliver function together from its environment. */
final class Wiring {
  private static final String SERVICE = "redeliver";

  private Wiring() {}

  /** The function, or the reason why it cannot work, each time it is asked for. */
  static Supplier<Redeliverer> started(
      Map<String, String> environment, Supplier<AwsClients> clients) {
    var variables = new Variables(environment);
    return Startup.of(variables, () -> redeliverer(variables, clients));
  }

  /**
   * Reads settings and configuration and compiles the mappings: nothing that a snapshot must not
   * hold.
   *
   * @throws IllegalArgumentException for a setting that is missing or cannot be meant
   * @throws ConfigException for a configuration that cannot be used
   */
  private static Redeliverer redeliverer(Variables environment, Supplier<AwsClients> clients) {
    DeliverySettings settings = DeliverySettings.of(SERVICE, environment);
    CollectorConfig config = PipelineFile.load(settings.pipelineFile(), environment);
    Optional<EnsureAssembly> ensure = EnsureAssembly.of(environment, config.output());
    return new Redeliverer(
        new StreamPipelines(config),
        () -> live(settings, config, ensure, clients.get(), Clock.systemUTC()));
  }

  private static Redeliverer.Live live(
      DeliverySettings settings,
      CollectorConfig config,
      Optional<EnsureAssembly> ensure,
      AwsClients clients,
      InstantSource clock) {
    return new Redeliverer.Live(
        AfterRestore.of(settings, config.output(), ensure, clients, clock),
        Visibility.in(settings.retries().queueUrl(), clients, clock));
  }
}
