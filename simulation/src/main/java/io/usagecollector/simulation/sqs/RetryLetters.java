package io.usagecollector.simulation.sqs;

import io.usagecollector.core.letter.Bundle;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Receipt;
import io.usagecollector.simulation.billing.Connection;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Letters to be tried again, several in a message that is delayed until the last of them is due.
 */
public final class RetryLetters implements Letters {
  private static final int LIMIT = 1024 * 1024;
  private static final long LONGEST_DELAY = 900_000;

  private final Surroundings world;
  private final MessageQueue queue;
  private final QueueWrite write;

  public RetryLetters(Surroundings world, Connection connection, MessageQueue queue) {
    this.world = world;
    this.queue = queue;
    this.write = new QueueWrite(world, connection);
  }

  @Override
  public List<Receipt> store(List<Letter> letters, Duration timeout) {
    long ends = world.now() + timeout.toMillis();
    List<Receipt> receipts = new ArrayList<>();
    int most = 1 + world.random().nextInt(letters.size());
    for (int from = 0; from < letters.size(); from += most) {
      List<Letter> some = letters.subList(from, Math.min(letters.size(), from + most));
      for (Bundle bundle : Bundle.pack(some, LIMIT)) {
        Receipt receipt = write.each(List.of(bundle), ends, this::send).getFirst();
        receipts.addAll(Collections.nCopies(bundle.letters().size(), receipt));
      }
    }
    return receipts;
  }

  private void send(String instance, Bundle bundle) {
    long due =
        bundle.letters().stream()
            .map(letter -> letter.attempts().notBefore())
            .mapToLong(Instant::toEpochMilli)
            .max()
            .orElse(0);
    queue.send(instance, bundle.body(), Math.clamp(due - world.now(), 0, LONGEST_DELAY));
  }
}
