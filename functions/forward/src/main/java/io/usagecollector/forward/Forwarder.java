package io.usagecollector.forward;

import io.usagecollector.aws.Lazy;
import io.usagecollector.aws.assembly.AfterRestore;
import io.usagecollector.aws.assembly.StreamPipelines;
import io.usagecollector.aws.kafka.KafkaEvent;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.letter.Origin;
import io.usagecollector.core.source.MappedRecord;
import java.util.List;
import java.util.function.Supplier;

/** The forward function's work, from its trigger's event to the batch's report. Thread-safe. */
final class Forwarder {
  private final Settings settings;
  private final StreamPipelines pipelines;
  private final Lazy<AfterRestore> live;

  /**
   * @param live asked with the first batch, so after a snapshot is restored
   */
  Forwarder(Settings settings, StreamPipelines pipelines, Supplier<AfterRestore> live) {
    this.settings = settings;
    this.pipelines = pipelines;
    this.live = new Lazy<>(live);
  }

  /** What the trigger behind an invocation understands of the answer. */
  Acknowledger acknowledger(String invokedFunctionArn) {
    return settings.partialResponses().areReadBy(invokedFunctionArn)
        ? Acknowledger.PER_RECORD
        : Acknowledger.WHOLE_BATCH;
  }

  /**
   * Forwards one batch and writes its counts to log and metrics.
   *
   * @param budget how long the invocation may still run, reading the event included
   * @param acknowledger what the trigger understands
   * @throws IllegalStateException if nothing names the stream the records come from
   */
  BatchReport forward(KafkaEvent event, TimeBudget budget, Acknowledger acknowledger) {
    AfterRestore now = live.get();
    BatchReport report = now.delivery().deliver(batch(event, now), budget, acknowledger);
    now.telemetry().tell(report, pipelines.measured());
    return report;
  }

  private List<Inbound> batch(KafkaEvent event, AfterRestore now) {
    StreamId stream =
        new StreamId(
            settings.streamId().or(event::eventSourceArn).orElseThrow(Forwarder::nameless));
    var origin = new Origin(stream, now.sink(), pipelines.version());
    return event.records().stream()
        .map(MappedRecord.with(origin, pipelines.of(stream), now.form(), System::nanoTime))
        .toList();
  }

  private static IllegalStateException nameless() {
    return new IllegalStateException(
        "the event names no cluster (eventSourceArn), so STREAM_ID must be set: a name for the"
            + " stream that never changes and no other stream has, since event ids are made of it");
  }
}
