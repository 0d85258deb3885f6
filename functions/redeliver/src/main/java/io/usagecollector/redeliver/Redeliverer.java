package io.usagecollector.redeliver;

import io.usagecollector.aws.Lazy;
import io.usagecollector.aws.assembly.AfterRestore;
import io.usagecollector.aws.assembly.StreamPipelines;
import io.usagecollector.aws.sqs.event.SqsMessage;
import io.usagecollector.aws.sqs.event.Visibility;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import io.usagecollector.core.source.Remapping;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * The redeliver function's work, from its trigger's event to the messages that stay in the queue.
 * Thread-safe.
 */
final class Redeliverer {
  /**
   * What is made after a restore.
   *
   * @param shared what every function that delivers has
   * @param visibility puts off what stays
   */
  record Live(AfterRestore shared, Visibility visibility) {}

  private final StreamPipelines pipelines;
  private final Lazy<Live> live;

  /**
   * @param live asked with the first batch, so after a snapshot is restored
   */
  Redeliverer(StreamPipelines pipelines, Supplier<Live> live) {
    this.pipelines = pipelines;
    this.live = new Lazy<>(live);
  }

  /**
   * Delivers what may be tried, and writes the counts to log and metrics. Whatever stays in the
   * queue is put out of sight: until it may be tried, or for longer each time it is held.
   *
   * @param budget how long the invocation may still run, reading the event included
   * @return what must not be deleted
   */
  Collection<QueueMessage> redeliver(List<SqsMessage> messages, TimeBudget budget) {
    Live now = live.get();
    AfterRestore shared = now.shared();
    var contents = new Contents(shared.claims(), budget);
    var arrivals = Arrivals.sorted(messages, contents, remapping(shared), budget.instant());
    var staying = new Staying(arrivals.early(), shared.random());
    staying.hold(arrivals.unread());
    if (!arrivals.due().isEmpty()) {
      BatchReport report =
          shared.delivery().deliver(arrivals.due(), budget, Acknowledger.PER_RECORD);
      staying.hold(report, messages);
      shared.telemetry().tell(report, pipelines.measured());
    }
    staying.join(arrivals.companions());
    now.visibility().change(staying.outOfSight(), budget.leftForLetters());
    return staying.messages();
  }

  private Remapping remapping(AfterRestore shared) {
    return new Remapping(
        shared.sink(), pipelines.version(), pipelines::of, shared.form(), System::nanoTime);
  }
}
