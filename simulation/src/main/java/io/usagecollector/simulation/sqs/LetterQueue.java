package io.usagecollector.simulation.sqs;

import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Receipt;
import io.usagecollector.simulation.billing.Connection;
import io.usagecollector.simulation.fault.Trouble;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Queue;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of letters to a queue: it may refuse some, take some without saying so, and take time.
 * The letters are sealed and opened, so what is told of is what the queue holds.
 */
public final class LetterQueue implements Letters {
  private static final int AT_ONCE = 10;

  private final Surroundings world;
  private final Connection connection;
  private final Queue queue;

  public LetterQueue(Surroundings world, Connection connection, Queue queue) {
    this.world = world;
    this.connection = connection;
    this.queue = queue;
  }

  @Override
  public List<Receipt> store(List<Letter> letters, Duration timeout) {
    long ends = world.now() + timeout.toMillis();
    List<Receipt> receipts = new ArrayList<>();
    for (int from = 0; from < letters.size(); from += AT_ONCE) {
      List<Letter> some = letters.subList(from, Math.min(letters.size(), from + AT_ONCE));
      connection.waitUntil(Math.min(ends, world.now() + world.random().nextInt(20)));
      if (world.now() >= ends) {
        some.forEach(letter -> receipts.add(new Receipt.Refused("no time")));
      } else {
        receipts.addAll(
            connection.effect("store letters", () -> some.stream().map(this::store).toList()));
      }
    }
    return receipts;
  }

  private Receipt store(Letter letter) {
    var faults = world.faults();
    if (world.weather().has(Trouble.QUEUES_CLOSED, world.now())
        || world.happens(faults.letterRefused())) {
      return new Receipt.Refused("it is full");
    }
    Letter sealed = Envelope.open(Envelope.seal(letter).body());
    world.tell(new Happening.LetterTaken(world.now(), connection.holder(), queue, sealed));
    return world.happens(faults.letterUnanswered())
        ? new Receipt.Refused("no answer")
        : new Receipt.Stored();
  }
}
