package io.usagecollector.aws;

import io.usagecollector.core.delivery.Acknowledgement;
import io.usagecollector.core.delivery.Batch;
import io.usagecollector.core.delivery.BatchReport;
import io.usagecollector.core.delivery.Delivery;
import io.usagecollector.core.delivery.Origin;
import io.usagecollector.core.delivery.TimeBudget;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.pipeline.CollectorConfig;
import io.usagecollector.core.pipeline.RecordPipeline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The forward function's work, from its trigger's event to the batch's report. Thread-safe. */
public final class Forwarder {
  private final Settings settings;
  private final CollectorConfig config;
  private final Supplier<Delivery> delivery;
  private final InstantSource clock;
  private final Map<StreamId, RecordPipeline> pipelines = new ConcurrentHashMap<>();
  private final Lazy<BatchMetrics> metrics = new Lazy<>(BatchMetrics::new);
  private final CustomMetrics measured = new CustomMetrics();

  /**
   * @param delivery made at the first batch, so after a snapshot is restored
   */
  Forwarder(
      Settings settings, CollectorConfig config, Supplier<Delivery> delivery, InstantSource clock) {
    this.settings = settings;
    this.config = config;
    this.delivery = new Lazy<>(delivery);
    this.clock = clock;
  }

  /** Whether the trigger reads a list of held records. */
  public boolean partialResponses() {
    return settings.partialResponses();
  }

  /**
   * Forwards one batch and writes its counts to log and metrics.
   *
   * @param left how long the invocation may still run
   * @throws IllegalStateException if nothing names the stream the records come from
   */
  public BatchReport forward(KafkaEvent event, Duration left) {
    TimeBudget budget = new TimeBudget(clock, left);
    BatchReport report = delivery.get().deliver(batch(event), budget, acknowledgement());
    BatchLog.write(report);
    metrics.get().emit(report);
    metrics.get().emit(measured.drain());
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

  private Acknowledgement acknowledgement() {
    return settings.partialResponses() ? Acknowledgement.PER_RECORD : Acknowledgement.WHOLE_BATCH;
  }
}
