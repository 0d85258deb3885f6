package io.usagecollector.ensure;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import io.usagecollector.aws.Lazy;
import io.usagecollector.aws.assembly.Ensuring;
import io.usagecollector.aws.telemetry.SweepMetrics;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.guard.ItemsAwayException;
import io.usagecollector.core.customer.guard.Sweep.Swept;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sweep function's work. Thread-safe. */
final class Sweeper {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  /** Who began more lately may be still at it. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Lazy<Ensuring> ensuring;
  private final Lazy<SweepMetrics> metrics;
  private final InstantSource clock;

  /**
   * @param ensuring asked with the first call, so after a snapshot is restored
   */
  Sweeper(String service, Supplier<Ensuring> ensuring, InstantSource clock) {
    this.ensuring = new Lazy<>(ensuring);
    this.metrics = new Lazy<>(() -> new SweepMetrics(service));
    this.clock = clock;
  }

  /**
   * Goes on with all that wait for more than a minute, as far as the time goes.
   *
   * @throws IllegalStateException if nobody can tell who waits
   */
  Swept sweep(Deadline deadline) {
    try {
      Swept swept = ensuring.get().sweep().run(clock.instant().minus(GRACE), deadline);
      LOG.info(
          "sweep",
          entry("ready", swept.ready()),
          entry("failed", swept.failed()),
          entry("complete", swept.complete()));
      metrics.get().emit(swept);
      return swept;
    } catch (ItemsAwayException e) {
      throw new IllegalStateException("who was left half ensured cannot be found: " + e.why());
    }
  }
}
