package io.usagecollector.forward;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.config.finding.ConfigException;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the function. A configuration that cannot be used is told once, and then fails every
 * invocation with the same words, so that Kafka keeps the records: a constructor that threw would
 * end the process again and again. Only where a snapshot is being made does it throw, since then
 * the deploy fails instead, before any record has come.
 */
final class Startup {
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);
  private static final String INITIALIZATION_TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";
  private static final String SNAP_START = "snap-start";

  private Startup() {}

  static Supplier<Forwarder> forwarder(
      Map<String, String> environment, Supplier<AwsClients> clients) {
    try {
      Forwarder forwarder = Wiring.forwarder(environment, clients);
      return () -> forwarder;
    } catch (ConfigException | IllegalArgumentException e) {
      return refused(new UnusableConfigurationException(e), environment);
    }
  }

  private static Supplier<Forwarder> refused(
      UnusableConfigurationException refusal, Map<String, String> environment) {
    if (SNAP_START.equals(environment.get(INITIALIZATION_TYPE))) {
      throw refusal;
    }
    LOG.error(refusal.getMessage());
    return () -> {
      throw refusal;
    };
  }
}
