package io.usagecollector.aws.assembly;

import io.usagecollector.core.delivery.gate.RequestRate;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the environment tells of what instances share, and of what an instance keeps.
 *
 * @param table {@code STATE_TABLE}: the DynamoDB table; without one each instance is by itself
 * @param rate {@code REQUESTS_PER_MINUTE}: what all instances together may send; no limit if it is
 *     not set
 * @param scratch a folder that outlives the process: on Lambda alone, which says {@code
 *     AWS_LAMBDA_FUNCTION_NAME}, it is one instance's own
 */
record StateSettings(Optional<String> table, Optional<RequestRate> rate, Optional<Path> scratch) {
  private static final String RATE = "REQUESTS_PER_MINUTE";

  StateSettings {
    if (rate.isPresent() && table.isEmpty()) {
      throw new IllegalArgumentException(
          RATE + " is for all instances together: set STATE_TABLE, where they share it");
    }
  }

  static StateSettings of(Variables environment) {
    return new StateSettings(
        environment.text("STATE_TABLE"),
        environment.text(RATE).map(StateSettings::rate),
        environment
            .text("AWS_LAMBDA_FUNCTION_NAME")
            .map(function -> Path.of(System.getProperty("java.io.tmpdir"), "usage-collector")));
  }

  private static RequestRate rate(String text) {
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          RATE + " must be a whole number from 1 to 999999, or not set for no limit");
    }
    return new RequestRate(Integer.parseInt(text));
  }
}
