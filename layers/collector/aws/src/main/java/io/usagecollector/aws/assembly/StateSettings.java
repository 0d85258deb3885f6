package io.usagecollector.aws.assembly;

import io.usagecollector.core.delivery.gate.RequestRate;
import java.util.Optional;

/**
 * What the environment tells of what instances share.
 *
 * @param table {@code STATE_TABLE}: the DynamoDB table; without one each instance is by itself
 * @param rate {@code REQUESTS_PER_MINUTE}: what all instances together may send; no limit if it is
 *     not set
 */
record StateSettings(Optional<String> table, Optional<RequestRate> rate) {
  private static final String RATE = "REQUESTS_PER_MINUTE";

  StateSettings {
    if (rate.isPresent() && table.isEmpty()) {
      throw new IllegalArgumentException(
          RATE + " is for all instances together: set STATE_TABLE, where they share it");
    }
  }

  static StateSettings of(Variables environment) {
    return new StateSettings(
        environment.text("STATE_TABLE"), environment.text(RATE).map(StateSettings::rate));
  }

  private static RequestRate rate(String text) {
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          RATE + " must be a whole number from 1 to 999999, or not set for no limit");
    }
    return new RequestRate(Integer.parseInt(text));
  }
}
