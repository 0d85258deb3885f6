package io.usagecollector.aws.sqs;

import java.time.Instant;

/**
 * A message as it was received.
 *
 * @param id the queue's own name for it: a letter that is written again is another message
 * @param receipt what it is deleted or given back by
 * @param sent when it came into the queue; its life is counted from there
 * @param body its text
 */
public record QueuedMessage(String id, String receipt, Instant sent, String body) {
  /** Without the body, which holds an event. */
  @Override
  public String toString() {
    return "QueuedMessage[" + id + "]";
  }
}
