package io.usagecollector.archive;

import io.usagecollector.aws.s3.S3Archive;
import io.usagecollector.aws.sqs.Sweep;
import io.usagecollector.aws.telemetry.ArchiveMetrics;
import io.usagecollector.core.delivery.pace.TimeBudget;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive function's work: once through the dead letters, and what became of it to log and
 * metrics. Thread-safe.
 */
final class Archiver {
  private static final Logger LOG = LoggerFactory.getLogger(Archiver.class);

  private final Settings settings;
  private final Supplier<Sweep> queue;
  private final Contents contents;
  private final S3Archive archive;
  private final ArchiveMetrics metrics;
  private final InstantSource clock;

  /**
   * @param queue a way through the dead letters
   * @param clock tells how old letters are
   */
  Archiver(
      Settings settings,
      Supplier<Sweep> queue,
      Contents contents,
      S3Archive archive,
      ArchiveMetrics metrics,
      InstantSource clock) {
    this.settings = settings;
    this.queue = queue;
    this.contents = contents;
    this.archive = archive;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Archives what is old enough.
   *
   * @param budget how long the invocation may still run
   * @return how many messages
   * @throws LeftBehindException where some of it stays in the queue
   */
  int archive(TimeBudget budget) {
    var passage =
        new Passage(settings.queue(), contents, archive, clock.instant().minus(settings.age()));
    try (Sweep sweep = queue.get()) {
      passage.through(sweep, budget);
    } finally {
      metrics.emit(passage.archived());
    }
    LOG.info("{} messages of the dead letters were archived", passage.archived());
    if (passage.hasLeftSome()) {
      throw new LeftBehindException(passage.archived());
    }
    return passage.archived();
  }
}
