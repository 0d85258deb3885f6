package io.usagecollector.aws.assembly;

import java.util.Optional;

/**
 * What the environment tells of what instances share.
 *
 * @param table {@code STATE_TABLE}: the DynamoDB table; without one each instance is by itself
 */
record StateSettings(Optional<String> table) {
  static StateSettings of(Variables environment) {
    return new StateSettings(environment.text("STATE_TABLE"));
  }
}
