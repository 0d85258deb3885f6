package io.usagecollector.aws.assembly;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.dynamodb.DynamoDbCircuit;
import io.usagecollector.aws.dynamodb.StateTable;
import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.delivery.gate.InstanceGate;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What instances share, or one instance's own where no table is configured.
 *
 * @param table where it is kept
 * @param sink the billing service's name: those that send to another share nothing with these
 */
record SharedState(Optional<StateTable> table, String sink, InstantSource clock) {
  static SharedState of(
      StateSettings settings, String sink, AwsClients clients, InstantSource clock) {
    return new SharedState(settings.table().map(name -> StateTable.in(name, clients)), sink, clock);
  }

  Gate gate() {
    return table
        .map(shared -> new InstanceGate(clock, new DynamoDbCircuit(shared, sink)))
        .orElseGet(() -> new InstanceGate(clock));
  }
}
