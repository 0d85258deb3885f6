package io.usagecollector.simulation.sqs;

import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Receipt;
import io.usagecollector.simulation.billing.Connection;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Dead letters, sealed and opened: what is told of is what the queue holds. */
public final class DeadLetterQueue implements Letters {
  private static final int AT_ONCE = 10;

  private final Surroundings world;
  private final QueueWrite write;

  public DeadLetterQueue(Surroundings world, Connection connection) {
    this.world = world;
    this.write = new QueueWrite(world, connection);
  }

  @Override
  public List<Receipt> store(List<Letter> letters, Duration timeout) {
    long ends = world.now() + timeout.toMillis();
    List<Receipt> receipts = new ArrayList<>();
    for (int from = 0; from < letters.size(); from += AT_ONCE) {
      List<Letter> some = letters.subList(from, Math.min(letters.size(), from + AT_ONCE));
      receipts.addAll(write.each(some, ends, this::store));
    }
    return receipts;
  }

  private void store(String instance, Letter letter) {
    Letter held = Envelope.open(Envelope.seal(letter).body());
    world.tell(new Happening.LetterBuried(world.now(), instance, held));
  }
}
