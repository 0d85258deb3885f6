package io.usagecollector.cli.letters.queue;

import io.usagecollector.aws.sqs.Sweep;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A dead-letter queue. */
public final class DeadLetterQueue implements AutoCloseable {
  private final SqsClient sqs;
  private final QueueAddress address;

  public DeadLetterQueue(QueueClients clients, QueueAddress address) {
    this.sqs = clients.of(address);
    this.address = address;
  }

  /**
   * What the queue says of itself.
   *
   * @param visible about how many messages can be received now
   * @param hidden about how many are out of sight: somebody has just received them
   * @param retention how long it keeps a message, where it says so
   */
  public record Facts(long visible, long hidden, Optional<Duration> retention) {}

  public Facts facts() {
    Map<QueueAttributeName, String> told =
        QueueTrouble.told(
            address,
            () ->
                sqs.getQueueAttributes(q ->
                        q.queueUrl(address.url().toString())
                            .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                QueueAttributeName.MESSAGE_RETENTION_PERIOD))
                    .attributes());
    return new Facts(
        number(told, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
        number(told, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        Optional.ofNullable(told.get(QueueAttributeName.MESSAGE_RETENTION_PERIOD))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))));
  }

  private static long number(Map<QueueAttributeName, String> told, QueueAttributeName name) {
    return Long.parseLong(told.getOrDefault(name, "0"));
  }

  /** Goes through all that can be received. */
  public Sweep sweep() {
    return new Sweep(sqs, address.url().toString(), QueueTrouble.in(address));
  }

  public QueueAddress address() {
    return address;
  }

  @Override
  public void close() {
    sqs.close();
  }
}
