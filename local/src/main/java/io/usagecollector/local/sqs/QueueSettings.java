package io.usagecollector.local.sqs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A queue as its template sets it.
 *
 * @param visibility how long a message is out of sight once it was received
 * @param redrive where a message goes that was received too often, if anywhere
 */
public record QueueSettings(Duration visibility, Optional<Redrive> redrive) {
  /**
   * SQS's own net for messages that nobody deals with.
   *
   * @param queueArn the queue they go to
   * @param maxReceiveCount receives after which a message goes there
   */
  public record Redrive(String queueArn, int maxReceiveCount) {}

  /** A queue that only people and tools read. */
  public static final QueueSettings PLAIN =
      new QueueSettings(Duration.ofSeconds(30), Optional.empty());

  Map<QueueAttributeName, String> attributes() {
    var attributes = new HashMap<QueueAttributeName, String>();
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(visibility.toSeconds()));
    redrive.ifPresent(to ->
        attributes.put(
            QueueAttributeName.REDRIVE_POLICY,
            "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                .formatted(to.queueArn(), to.maxReceiveCount())));
    return attributes;
  }
}
