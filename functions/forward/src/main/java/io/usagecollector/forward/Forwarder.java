package io.usagecollector.forward;

import io.usagecollector.aws.Lazy;
import io.usagecollector.aws.kafka.KafkaEvent;
import io.usagecollector.aws.telemetry.BatchLog;
import io.usagecollector.aws.telemetry.CustomMetrics;
import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.delivery.Acknowledgement;
import io.usagecollector.core.delivery.Batch;
import io.usagecollector.core.delivery.BatchReport;
import io.usagecollector.core.delivery.Origin;
import io.usagecollector.core.delivery.TimeBudget;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.record.RecordPipeline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The forward function's work, from its trigger's event to the batch's report. Thread-safe. */
final class Forwarder {
  private final Settings settings;
  private final CollectorConfig config;
  private final Lazy<AfterRestore> live;
  private final InstantSource clock;
  private final Map<StreamId, RecordPipeline> pipelines = new ConcurrentHashMap<>();
  private final CustomMetrics measured = new CustomMetrics();

  /**
   * @param live asked with the first batch, so after a snapshot is restored
   */
  Forwarder(
      Settings settings, CollectorConfig config, Supplier<AfterRestore> live, InstantSource clock) {
    this.settings = settings;
    this.config = config;
    this.live = new Lazy<>(live);
    this.clock = clock;
  }

  /** Whether the trigger behind an invocation reads a list of held records. */
  boolean partialResponses(String invokedFunctionArn) {
    return settings.partialResponses().areReadBy(invokedFunctionArn);
  }

  /**
   * Forwards one batch and writes its counts to log and metrics.
   *
   * @param left how long the invocation may still run
   * @param partialResponses whether the trigger reads a list of held records
   * @throws IllegalStateException if nothing names the stream the records come from
   */
  BatchReport forward(KafkaEvent event, Duration left, boolean partialResponses) {
    TimeBudget budget = new TimeBudget(clock, left);
    AfterRestore now = live.get();
    BatchReport report =
        now.delivery().deliver(batch(event), budget, acknowledgement(partialResponses));
    BatchLog.write(report);
    now.metrics().emit(report);
    now.metrics().emit(measured.drain());
    return report;
  }

  private Batch batch(KafkaEvent event) {
    StreamId stream =
        new StreamId(
            settings.streamId().or(event::eventSourceArn).orElseThrow(Forwarder::nameless));
    return new Batch(
        new Origin(stream, config.version()),
        pipelines.computeIfAbsent(stream, id -> config.compile(id, measured)),
        event.records());
  }

  private static IllegalStateException nameless() {
    return new IllegalStateException(
        "the event names no cluster (eventSourceArn), so STREAM_ID must be set: a name for the"
            + " stream that never changes and no other stream has, since event ids are made of it");
  }

  private static Acknowledgement acknowledgement(boolean partialResponses) {
    return partialResponses ? Acknowledgement.PER_RECORD : Acknowledgement.WHOLE_BATCH;
  }
}
