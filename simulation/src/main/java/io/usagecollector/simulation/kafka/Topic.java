package io.usagecollector.simulation.kafka;

import io.usagecollector.simulation.event.Kind;
import io.usagecollector.simulation.event.Words;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.world.Surroundings;
import java.util.List;
import java.util.stream.Stream;

/** The topic. */
public final class Topic {
  private final Surroundings world;
  private final List<PartitionLog> partitions;

  public Topic(Surroundings world, int partitions) {
    this.world = world;
    this.partitions = Stream.generate(PartitionLog::new).limit(partitions).toList();
  }

  /** Writes a record to a partition by lot. */
  public void produce(List<Kind> kinds) {
    int number = world.random().nextInt(partitions.size());
    PartitionLog partition = partitions.get(number);
    var record = Words.record(number, partition.end(), world.now(), kinds);
    partition.append(record);
    world.tell(new Happening.Produced(world.now(), record));
  }

  List<PartitionLog> partitions() {
    return partitions;
  }
}
