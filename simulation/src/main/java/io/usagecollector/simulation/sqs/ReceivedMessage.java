package io.usagecollector.simulation.sqs;

import io.usagecollector.core.event.SourceHandle;
import java.time.Instant;

/**
 * A message as it is handed over.
 *
 * @param receipt another each time
 * @param sentAt when it came into the queue
 * @param receives how often it was handed over, this time included
 */
public record ReceivedMessage(
    String id, String receipt, String body, Instant sentAt, int receives) {
  public SourceHandle.QueueMessage handle() {
    return new SourceHandle.QueueMessage(id, receipt);
  }
}
