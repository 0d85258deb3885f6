package io.usagecollector.aws;

import io.usagecollector.core.delivery.Delivery;
import io.usagecollector.core.delivery.Ports;
import io.usagecollector.core.delivery.RetryPolicy;
import io.usagecollector.core.delivery.ServiceGate;
import io.usagecollector.core.pipeline.CollectorConfig;
import io.usagecollector.core.pipeline.ConfigException;
import io.usagecollector.core.pipeline.Environment;
import io.usagecollector.core.pipeline.Notice;
import io.usagecollector.core.pipeline.Output;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.core.sink.flexprice.FlexpriceAddress;
import io.usagecollector.core.sink.flexprice.FlexpriceSink;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

/** Puts the forward function together from its environment. */
public final class Wiring {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  private Wiring() {}

  /**
   * Reads settings and configuration and compiles the mappings: nothing that a snapshot must not
   * hold. Clients, secrets, random generators and what is learnt of the service come with the first
   * batch.
   *
   * @throws IllegalArgumentException for a setting that is missing or cannot be meant
   * @throws ConfigException for a configuration that cannot be used
   */
  public static Forwarder forwarder(Map<String, String> environment) {
    Settings settings = Settings.from(environment);
    CollectorConfig config =
        CollectorConfig.load(settings.pipelineFile(), Environment.of(environment));
    refuseGenerated(config);
    config.notices().forEach(Wiring::tell);
    InstantSource clock = Clock.systemUTC();
    return new Forwarder(settings, config, () -> delivery(settings, config, clock), clock);
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

  private static Delivery delivery(Settings settings, CollectorConfig config, InstantSource clock) {
    RandomGenerator random = new SecureRandom();
    return new Delivery(
        new Ports(
            sink(config.output(), clock, random),
            new SqsDeadLetters(AwsClients.sqs(), settings.deadLetterQueueUrl(), clock),
            new ServiceGate(clock),
            RetryPolicy.DEFAULT,
            Thread::sleep,
            random));
  }

  private static Sink sink(Output output, InstantSource clock, RandomGenerator random) {
    return switch (output) {
      case Output.Flexprice flexprice ->
          new FlexpriceSink(
              new FlexpriceAddress(flexprice.baseUrl(), flexprice.environmentId()),
              limits(flexprice),
              new ConfiguredApiKey(flexprice.apiKey(), new CachedSecrets(Wiring::secrets)),
              FlexpriceSink.client(),
              clock,
              random);
    };
  }

  private static SecretsProvider secrets() {
    return SecretsProvider.builder().withClient(AwsClients.secrets()).build();
  }

  /** What the file allows, and never more than the service takes. */
  private static BulkLimits limits(Output.Flexprice flexprice) {
    BulkLimits most = FlexpriceSink.LIMITS;
    return new BulkLimits(
        Math.min(flexprice.bulkEvents().orElse(most.events()), most.events()),
        Math.min(flexprice.bulkBytes().orElse(most.bytes()), most.bytes()));
  }
}
