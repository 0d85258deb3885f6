package io.usagecollector.aws.sqs.event;

import io.usagecollector.core.event.SourceHandle.QueueMessage;
import java.time.Instant;

/**
 * One message as the trigger hands it over.
 *
 * @param handle its id, and the receipt of this handing over
 * @param body its text
 * @param sentAt when it came into the queue
 * @param receives how often it was handed over, this time included; SQS calls it approximate
 */
public record SqsMessage(QueueMessage handle, String body, Instant sentAt, int receives) {
  public SqsMessage {
    if (receives < 1) {
      throw new IllegalArgumentException("a message that is here was received");
    }
  }

  /** Without the text, which holds events. */
  @Override
  public String toString() {
    return handle + ", received " + receives + " times";
  }
}
