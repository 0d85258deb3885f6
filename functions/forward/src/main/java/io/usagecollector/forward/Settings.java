package io.usagecollector.forward;

import io.usagecollector.aws.assembly.DeliverySettings;
import io.usagecollector.aws.assembly.Variables;
import java.util.Optional;

/**
 * What the function's environment tells it.
 *
 * @param delivery what it tells every function that delivers
 * @param streamId {@code STREAM_ID}: the name of the stream for good, where the cluster's ARN shall
 *     not be it, or there is none
 * @param partialResponses {@code PARTIAL_RESPONSES}: which triggers read a list of held records
 */
record Settings(
    DeliverySettings delivery, Optional<String> streamId, PartialResponses partialResponses) {
  private static final String SERVICE = "forward";

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException for one that is missing or cannot be meant
   */
  static Settings from(Variables environment) {
    return new Settings(
        DeliverySettings.of(SERVICE, environment),
        environment.text("STREAM_ID"),
        PartialResponses.parse(environment.text("PARTIAL_RESPONSES").orElse("false")));
  }
}
