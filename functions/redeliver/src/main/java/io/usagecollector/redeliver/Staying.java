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
  private final RandomGenerator random;

  Staying(Map<QueueMessage, Duration> early, RandomGenerator random) {
    this.outOfSight = new LinkedHashMap<>(early);
    this.random = random;
  }

  /** Takes what a batch's report holds. */
  void hold(BatchReport report, List<SqsMessage> messages) {
    Set<SourceHandle> held = Set.copyOf(held(Acknowledger.PER_RECORD.of(report)));
    hold(messages.stream().filter(message -> held.contains(message.handle())).toList());
  }

  void hold(List<SqsMessage> messages) {
    for (SqsMessage message : messages) {
      outOfSight.put(message.handle(), HeldBackoff.DEFAULT.after(message.receives(), random));
    }
  }

  /** Messages that end as another one does stay where it stays, for as long. */
  void join(Map<QueueMessage, List<QueueMessage>> companions) {
    companions.forEach((first, others) -> {
      Duration time = outOfSight.get(first);
      if (time != null) {
        others.forEach(other -> outOfSight.put(other, time));
      }
    });
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
