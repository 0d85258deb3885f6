package io.usagecollector.forward;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the forward function together from its environment. */
final class Wiring {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  private Wiring() {}

  /**
   * Reads settings and configuration and compiles the mappings: nothing that a snapshot must not
   * hold. The rest is {@link AfterRestore}.
   *
   * @param environment the function's variables
   * @param clients makes the AWS clients, with the first batch
   * @throws IllegalArgumentException for a setting that is missing or cannot be meant
   * @throws ConfigException for a configuration that cannot be used
   */
  static Forwarder forwarder(Map<String, String> environment, Supplier<AwsClients> clients) {
    Settings settings = Settings.from(environment);
    CollectorConfig config =
        CollectorConfig.load(settings.pipelineFile(), EnvironmentVariables.of(environment));
    refuseGenerated(config);
    config.notices().forEach(Wiring::tell);
    InstantSource clock = Clock.systemUTC();
    return new Forwarder(
        settings, config, () -> AfterRestore.of(settings, config.output(), clients.get(), clock));
  }

  /** Such a file is for trying out: its mapping reads what no topic holds. */
  private static void refuseGenerated(CollectorConfig config) {
    if (config.input().generated()) {
      throw new IllegalArgumentException(
          "the configuration makes its messages up (input.generate): write input.kafka for the"
              + " function, and use scripts/mapping run to try it out");
    }
  }

  private static void tell(Notice notice) {
    LOG.info(
        "pipeline configuration{}: {}", notice.at().map(at -> ":" + at).orElse(""), notice.text());
  }
}
