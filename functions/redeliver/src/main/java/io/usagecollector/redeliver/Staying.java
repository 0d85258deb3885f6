package io.usagecollector.redeliver;

import io.usagecollector.aws.sqs.event.SqsMessage;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Acknowledger.Acknowledgement;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.HeldBackoff;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The messages that stay in the queue, and how long each is out of sight. Of one thread. */
final class Staying {
  private final Map<QueueMessage, Duration> outOfSight;

  Staying(Map<QueueMessage, Duration> early) {
    this.outOfSight = new LinkedHashMap<>(early);
  }

  /** Takes what a batch's report holds. */
  void hold(BatchReport report, List<SqsMessage> messages, RandomGenerator random) {
    Set<SourceHandle> held = Set.copyOf(held(Acknowledger.PER_RECORD.of(report)));
    for (SqsMessage message : messages) {
      if (held.contains(message.handle())) {
        outOfSight.put(message.handle(), HeldBackoff.DEFAULT.after(message.receives(), random));
      }
    }
  }

  private static List<SourceHandle> held(Acknowledgement acknowledgement) {
    return switch (acknowledgement) {
      case Acknowledgement.Settled _ -> List.of();
      case Acknowledgement.Listed(var held) -> held;
      case Acknowledgement.Failed(var report) ->
          report.records().stream().map(BatchReport.Settled::handle).toList();
    };
  }

  Collection<QueueMessage> messages() {
    return outOfSight.keySet();
  }

  Map<QueueMessage, Duration> outOfSight() {
    return outOfSight;
  }
}
