package io.usagecollector.aws.assembly;

/**
 * The function cannot work as it is set up. Its message says what to change; a stack tells nothing.
 */
public final class UnusableConfigurationException extends RuntimeException {
  UnusableConfigurationException(RuntimeException cause) {
    super(cause.getMessage(), null, false, false);
  }
}
