package io.usagecollector.archive;

import io.usagecollector.aws.s3.S3Archive;
import io.usagecollector.aws.sqs.QueuedMessage;
import io.usagecollector.aws.sqs.Sweep;
import io.usagecollector.core.delivery.pace.TimeBudget;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Once through a queue. What is old enough is written to the bucket, and only then deleted; the
 * rest is given back by the sweep's end. So it may end at any instruction: a letter is in the
 * queue, in the bucket, or in both, and then it is shown once, since it has one key. Of one thread.
 */
final class Passage {
  private static final int MOST_MESSAGES = 1_000;
  private static final long MOST_BYTES = 16L << 20;

  /** What was received is in sight again after five minutes. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** For the last object, its deletes, and giving back what stays. */
  private static final Duration RESERVE = Duration.ofMinutes(1);

  private final URI queue;
  private final Contents contents;
  private final S3Archive archive;
  private final Instant before;
  private final List<Kept> collected = new ArrayList<>();
  private long size;
  private Instant begun = Instant.EPOCH;
  private int archived;
  private boolean leftSome;

  /**
   * @param before what came into the queue earlier is archived
   */
  Passage(URI queue, Contents contents, S3Archive archive, Instant before) {
    this.queue = queue;
    this.contents = contents;
    this.archive = archive;
    this.before = before;
  }

  /** Goes through all that can be received in the time there is. */
  void through(Sweep sweep, TimeBudget budget) {
    List<QueuedMessage> page = next(sweep, budget);
    while (!page.isEmpty()) {
      for (QueuedMessage message : page) {
        if (message.sent().isBefore(before)) {
          collect(message, budget.instant());
        }
      }
      if (isFull(budget.instant())) {
        write(sweep, budget);
      }
      page = next(sweep, budget);
    }
    write(sweep, budget);
    leftSome |= sweep.isFull();
  }

  private List<QueuedMessage> next(Sweep sweep, TimeBudget budget) {
    if (budget.leftForLetters().compareTo(RESERVE) > 0) {
      return sweep.next();
    }
    leftSome = true;
    return List.of();
  }

  private void collect(QueuedMessage message, Instant now) {
    Optional<Kept> kept = contents.with(message);
    leftSome |= kept.isEmpty();
    for (Kept one : kept.stream().toList()) {
      begun = collected.isEmpty() ? now : begun;
      collected.add(one);
      size += one.size();
    }
  }

  private boolean isFull(Instant now) {
    return collected.size() >= MOST_MESSAGES
        || size >= MOST_BYTES
        || begun.plus(LONGEST).isBefore(now);
  }

  private void write(Sweep sweep, TimeBudget budget) {
    if (!collected.isEmpty()) {
      ArchiveObject object = ArchiveObject.of(queue, collected);
      archive.store(object.key(), object.content(), budget.leftForLetters());
      sweep.delete(collected.stream().map(Kept::message).toList());
      archived += collected.size();
      collected.clear();
      size = 0;
    }
  }

  /** How many messages were archived. */
  int archived() {
    return archived;
  }

  /** Whether some may be old enough, and are in the queue alone. */
  boolean hasLeftSome() {
    return leftSome;
  }
}
