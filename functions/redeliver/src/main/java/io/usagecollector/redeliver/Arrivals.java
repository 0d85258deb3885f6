package io.usagecollector.redeliver;

import io.usagecollector.aws.sqs.event.SqsMessage;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import io.usagecollector.core.source.Remapping;
import io.usagecollector.core.source.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came, sorted. A queue delays a message by a quarter of an hour at most, so one that is to be
 * tried later than that comes too early: it is put off, and nothing is counted for it.
 *
 * @param due what may be tried
 * @param early what may not be yet, and for how long
 */
record Arrivals(List<StoredMessage> due, Map<QueueMessage, Duration> early) {
  static Arrivals sorted(List<SqsMessage> messages, Remapping remapping, Instant now) {
    List<StoredMessage> due = new ArrayList<>();
    Map<QueueMessage, Duration> early = new LinkedHashMap<>();
    for (SqsMessage message : messages) {
      StoredMessage stored =
          StoredMessage.of(message.handle(), message.body(), message.sentAt(), remapping);
      if (stored.notBefore().isAfter(now)) {
        early.put(message.handle(), Duration.between(now, stored.notBefore()));
      } else {
        due.add(stored);
      }
    }
    return new Arrivals(due, early);
  }
}
