package io.usagecollector.simulation.sqs;

import io.usagecollector.simulation.world.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The event source mapping of a queue: hands messages to the function, and deletes those that its
 * answer does not name. If the function dies, all of them come again.
 */
public final class QueueTrigger implements Runnable {
  private static final int MOST_IN_A_BATCH = 10;
  private static final int IDLE = 20_000;

  private final Surroundings world;
  private final MessageQueue queue;
  private final Function<List<ReceivedMessage>, Optional<Set<String>>> function;

  /**
   * @param function gives the ids of the messages that stay, or nothing if it dies
   */
  public QueueTrigger(
      Surroundings world,
      MessageQueue queue,
      Function<List<ReceivedMessage>, Optional<Set<String>>> function) {
    this.world = world;
    this.queue = queue;
    this.function = function;
  }

  @Override
  public void run() {
    while (true) {
      List<ReceivedMessage> batch = queue.receive(1 + world.random().nextInt(MOST_IN_A_BATCH));
      if (batch.isEmpty()) {
        long idle = world.now() + 1 + world.random().nextInt(IDLE);
        world
            .scheduler()
            .sleepUntil(Math.max(world.now() + 1, Math.min(idle, queue.nextVisible())));
      } else {
        settle(batch);
      }
    }
  }

  private void settle(List<ReceivedMessage> batch) {
    Optional<Set<String>> staying = function.apply(batch);
    if (staying.isPresent()) {
      for (ReceivedMessage message : batch) {
        if (!staying.get().contains(message.id())) {
          queue.delete(message);
        }
      }
    }
  }
}
