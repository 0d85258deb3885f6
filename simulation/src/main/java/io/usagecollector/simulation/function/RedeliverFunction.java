package io.usagecollector.simulation.function;

import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.HeldRecord;
import io.usagecollector.core.delivery.pace.HeldBackoff;
import io.usagecollector.core.source.StoredMessage;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.ledger.Letters;
import io.usagecollector.simulation.sqs.MessageQueue;
import io.usagecollector.simulation.sqs.ReceivedMessage;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The redeliver function as its trigger sees it: what is held, or not due yet, stays. */
public final class RedeliverFunction {
  private final Surroundings world;
  private final Fleet fleet;
  private final MessageQueue queue;

  public RedeliverFunction(Surroundings world, Fleet fleet, MessageQueue queue) {
    this.world = world;
    this.fleet = fleet;
    this.queue = queue;
  }

  /** The ids of the messages that stay, or nothing if it died. */
  public Optional<Set<String>> invoke(List<ReceivedMessage> messages) {
    return fleet.invoke(
        Acknowledger.PER_RECORD,
        (instance, invocation) -> {
          instance.begin(invocation);
          Map<ReceivedMessage, Duration> staying = redeliver(instance, messages);
          instance.hide(queue, staying);
          return staying.keySet().stream().map(ReceivedMessage::id).collect(Collectors.toSet());
        });
  }

  private Map<ReceivedMessage, Duration> redeliver(
      Instance instance, List<ReceivedMessage> messages) {
    Map<ReceivedMessage, Duration> staying = new LinkedHashMap<>();
    List<StoredMessage> due = new ArrayList<>();
    List<PartId> parts = new ArrayList<>();
    Instant now = instance.now();
    for (ReceivedMessage message : messages) {
      StoredMessage stored = instance.inbound(message);
      if (stored.notBefore().isAfter(now)) {
        staying.put(message, Duration.between(now, stored.notBefore()));
      } else {
        due.add(stored);
        parts.addAll(Letters.parts(message.body()));
      }
    }
    if (!due.isEmpty()) {
      Set<String> held = held(instance.deliver(due, parts));
      for (ReceivedMessage message : messages) {
        if (held.contains(message.handle().toString())) {
          staying.put(message, HeldBackoff.DEFAULT.after(message.receives(), world.random()));
        }
      }
    }
    return staying;
  }

  private static Set<String> held(BatchReport report) {
    return report.held().stream()
        .map(HeldRecord::handle)
        .map(Object::toString)
        .collect(Collectors.toSet());
  }
}
