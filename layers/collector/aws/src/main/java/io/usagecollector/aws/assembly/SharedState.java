package io.usagecollector.aws.assembly;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.dynamodb.DynamoDbBudget;
import io.usagecollector.aws.dynamodb.DynamoDbCircuit;
import io.usagecollector.aws.dynamodb.DynamoDbSuspects;
import io.usagecollector.aws.dynamodb.StateTable;
import io.usagecollector.aws.scratch.FileMarks;
import io.usagecollector.aws.scratch.FileSuspects;
import io.usagecollector.core.careful.CarefulDelivery;
import io.usagecollector.core.careful.Marks;
import io.usagecollector.core.careful.MemoryMarks;
import io.usagecollector.core.careful.MemorySuspects;
import io.usagecollector.core.careful.SuspectStore;
import io.usagecollector.core.delivery.Delivery;
import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.gate.Permits;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What instances share, or one instance's own where no table is configured.
 *
 * @param table where it is kept
 */
record SharedState(StateSettings settings, Optional<StateTable> table, InstantSource clock) {
  static SharedState of(StateSettings settings, AwsClients clients, InstantSource clock) {
    return new SharedState(
        settings, settings.table().map(name -> StateTable.in(name, clients)), clock);
  }

  /**
   * The gate before a billing service.
   *
   * @param sink the service's name: those that send to another share nothing with these
   */
  Gate gate(String sink, RandomGenerator random) {
    if (table.isEmpty()) {
      return new InstanceGate(clock);
    }
    StateTable shared = table.get();
    return new InstanceGate(
        clock,
        new DynamoDbCircuit(shared, sink),
        settings
            .rate()
            .map(rate -> new Permits(rate, new DynamoDbBudget(shared, sink), clock, random)));
  }

  /**
   * A delivery that notes which batches do not end.
   *
   * @param function the function's name: each takes care of its own batches
   */
  CarefulDelivery careful(Delivery delivery, String function) {
    Marks marks = settings.scratch().<Marks>map(FileMarks::new).orElseGet(MemoryMarks::new);
    SuspectStore own =
        settings.scratch().<SuspectStore>map(FileSuspects::new).orElseGet(MemorySuspects::new);
    List<SuspectStore> stores =
        Stream.concat(
                Stream.of(own),
                table.stream().map(shared -> new DynamoDbSuspects(shared, function, clock)))
            .toList();
    return new CarefulDelivery(delivery, marks, stores, clock);
  }
}
