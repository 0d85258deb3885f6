package io.usagecollector.aws.assembly;

import io.usagecollector.core.config.finding.ConfigException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a function. A configuration that cannot be used is told once, and then fails every
 * invocation with the same words, so that the trigger's source keeps what it handed over: a
 * constructor that threw would end the process again and again. Only where a snapshot is being made
 * does it throw, since then the deploy fails instead, before anything has come.
 */
public final class Startup {
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);
  private static final String INITIALIZATION_TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";
  private static final String SNAP_START = "snap-start";

  private Startup() {}

  /**
   * The function's work, or the reason why there is none, each time it is asked for.
   *
   * @param wiring puts the function together; what it throws for its settings and its configuration
   *     is what a person must change
   */
  public static <T> Supplier<T> of(Variables environment, Supplier<T> wiring) {
    try {
      T function = wiring.get();
      return () -> function;
    } catch (ConfigException | IllegalArgumentException e) {
      return refused(new UnusableConfigurationException(e), environment);
    }
  }

  private static <T> Supplier<T> refused(
      UnusableConfigurationException refusal, Variables environment) {
    if (SNAP_START.equals(environment.values().get(INITIALIZATION_TYPE))) {
      throw refusal;
    }
    LOG.error(refusal.getMessage());
    return () -> {
      throw refusal;
    };
  }
}
