package io.usagecollector.aws.assembly;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.dynamodb.DynamoDbBudget;
import io.usagecollector.aws.dynamodb.DynamoDbCircuit;
import io.usagecollector.aws.dynamodb.StateTable;
import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.gate.Permits;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What instances share, or one instance's own where no table is configured. */
final class SharedState {
  private SharedState() {}

  /**
   * The gate before a billing service.
   *
   * @param sink the service's name: those that send to another share nothing with these
   */
  static Gate gate(
      StateSettings settings,
      String sink,
      AwsClients clients,
      InstantSource clock,
      RandomGenerator random) {
    if (settings.table().isEmpty()) {
      return new InstanceGate(clock);
    }
    StateTable table = StateTable.in(settings.table().get(), clients);
    return new InstanceGate(
        clock,
        new DynamoDbCircuit(table, sink),
        settings
            .rate()
            .map(rate -> new Permits(rate, new DynamoDbBudget(table, sink), clock, random)));
  }
}
