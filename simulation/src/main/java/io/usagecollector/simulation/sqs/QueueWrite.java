package io.usagecollector.simulation.sqs;

import io.usagecollector.core.letter.Receipt;
import io.usagecollector.simulation.billing.Connection;
import io.usagecollector.simulation.fault.Trouble;
import io.usagecollector.simulation.world.Surroundings;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/** The way to a queue: it takes time, and the queue may refuse, or take and not say so. */
record QueueWrite(Surroundings world, Connection connection) {
  private static final int USUAL = 20;
  private static final Receipt NO_TIME = new Receipt.Refused("no time");

  /**
   * One call with several entries, each for itself.
   *
   * @param ends when the time for it is up
   * @param store what the queue does with one that it takes, of that instance
   */
  <T> List<Receipt> each(List<T> entries, long ends, BiConsumer<String, T> store) {
    connection.waitUntil(Math.min(ends, world.now() + world.random().nextInt(USUAL)));
    if (world.now() >= ends) {
      return Collections.nCopies(entries.size(), NO_TIME);
    }
    return connection.effect(
        "store letters", () -> entries.stream().map(entry -> one(entry, store)).toList());
  }

  private <T> Receipt one(T entry, BiConsumer<String, T> store) {
    if (world.weather().has(Trouble.QUEUES_CLOSED, world.now())
        || world.happens(world.faults().letterRefused())) {
      return new Receipt.Refused("it is full");
    }
    store.accept(connection.holder(), entry);
    return world.happens(world.faults().letterUnanswered())
        ? new Receipt.Refused("no answer")
        : new Receipt.Stored();
  }
}
