package io.usagecollector.simulation.kafka;

import io.usagecollector.core.delivery.outcome.Acknowledger.Acknowledgement;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.simulation.function.ForwardFunction;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * One poller of the event source mapping: cuts batches of what is not settled, invokes the
 * function, and commits what its answer settles. A batch that is not settled comes again, cut anew.
 * A partition may go to another poller at any time, with its records under way.
 */
public final class Poller implements Runnable {
  private static final int IDLE = 5_000;

  /**
   * Once it has cleared up: then a good record comes along with those that nothing else vouches
   * for.
   */
  private static final int ALL = 100_000;

  private static final int FIRST_PAUSE = 100;
  private static final int LONGEST_PAUSE = (int) Duration.ofSeconds(30).toMillis();

  private final Surroundings world;
  private final Topic topic;
  private final ForwardFunction function;
  private final int number;
  private final int pollers;
  private final int mostInABatch;
  private final Map<Integer, Claim> claims = new HashMap<>();
  private int pause = FIRST_PAUSE;

  public Poller(
      Surroundings world,
      Topic topic,
      ForwardFunction function,
      int number,
      int pollers,
      int mostInABatch) {
    this.world = world;
    this.topic = topic;
    this.function = function;
    this.number = number;
    this.pollers = pollers;
    this.mostInABatch = mostInABatch;
  }

  @Override
  public void run() {
    while (true) {
      List<SourceRecord> batch = batch();
      if (batch.isEmpty()) {
        world.scheduler().sleep(1 + world.random().nextInt(IDLE));
      } else {
        invoke(batch);
      }
      rebalance();
    }
  }

  private void invoke(List<SourceRecord> batch) {
    Map<Integer, Claim> then = Map.copyOf(claims);
    Optional<Acknowledgement> answer = function.invoke(batch);
    List<Coordinates> settled = settled(batch, answer);
    if (settled.isEmpty()) {
      world.scheduler().sleep(1 + world.random().nextInt(pause));
      pause = Math.min(LONGEST_PAUSE, 2 * pause);
      return;
    }
    pause = FIRST_PAUSE;
    world.tell(new Happening.Acknowledged(world.now(), toString(), settled));
    for (Coordinates at : settled) {
      Claim claim = then.get(at.partition());
      if (claim != null) {
        claim.settled(at.offset());
      }
    }
    for (int partition = 0; partition < topic.partitions().size(); partition++) {
      Claim claim = then.get(partition);
      if (claim != null && !world.happens(world.faults().uncommitted())) {
        claim.commit();
      }
    }
  }

  private static List<Coordinates> settled(
      List<SourceRecord> batch, Optional<Acknowledgement> answer) {
    Set<Coordinates> held = new HashSet<>();
    if (answer.isEmpty() || answer.get() instanceof Acknowledgement.Failed) {
      return List.of();
    }
    if (answer.get() instanceof Acknowledgement.Listed(List<SourceHandle> handles)) {
      for (SourceHandle handle : handles) {
        if (handle instanceof SourceHandle.KafkaRecord(Coordinates at)) {
          held.add(at);
        }
      }
    }
    return batch.stream().map(SourceRecord::at).filter(at -> !held.contains(at)).toList();
  }

  private List<SourceRecord> batch() {
    List<SourceRecord> batch = new ArrayList<>();
    int most =
        world.weather().isClear(world.now()) ? ALL : 1 + world.random().nextInt(mostInABatch);
    for (int partition = 0; partition < topic.partitions().size(); partition++) {
      if (topic.partitions().get(partition).isOwnedBy(number)) {
        Claim claim = claim(partition);
        batch.addAll(claim.take(most - batch.size()));
        repeat(claim, batch);
      } else {
        claims.remove(partition);
      }
    }
    if (world.random().nextInt(4) == 0) {
      Collections.shuffle(batch, new Random(world.random().nextLong()));
    }
    return batch;
  }

  private Claim claim(int partition) {
    Claim known = claims.get(partition);
    if (known == null || known.isStale()) {
      known = new Claim(topic.partitions().get(partition));
      claims.put(partition, known);
    }
    return known;
  }

  /** At least once: one that was settled comes again. */
  private void repeat(Claim claim, List<SourceRecord> batch) {
    if (claim.read() > 0 && world.happens(world.faults().repeated())) {
      SourceRecord again = claim.before(world.random().nextLong(claim.read()));
      if (!batch.contains(again)) {
        batch.add(again);
      }
    }
  }

  private void rebalance() {
    if (world.happens(world.faults().rebalanced())) {
      List<PartitionLog> partitions = topic.partitions();
      partitions
          .get(world.random().nextInt(partitions.size()))
          .assign(world.random().nextInt(pollers));
    }
  }

  @Override
  public String toString() {
    return "poller-" + number;
  }
}
