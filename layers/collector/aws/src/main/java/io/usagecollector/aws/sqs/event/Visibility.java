package io.usagecollector.aws.sqs.event;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/**
 * How long messages that stay in their queue are out of sight, from now on. It is a courtesy: a
 * message whose time could not be changed comes again when the queue's own visibility timeout ends.
 */
public final class Visibility {
  private static final Logger LOG = LoggerFactory.getLogger(Visibility.class);
  private static final int MOST_ENTRIES = 10;

  /** SQS takes no longer than twelve hours from the receiving; an invocation is much shorter. */
  static final Duration LONGEST = Duration.ofHours(11);

  private final SqsClient sqs;
  private final String queueUrl;
  private final InstantSource clock;

  public Visibility(SqsClient sqs, String queueUrl, InstantSource clock) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.clock = clock;
  }

  /** Of a queue of the account whose clients these are. */
  public static Visibility in(String queueUrl, AwsClients clients, InstantSource clock) {
    return new Visibility(clients.sqs(), queueUrl, clock);
  }

  /**
   * Changes it, and throws nothing.
   *
   * @param messages how long each stays out of sight; longer than eleven hours is eleven hours
   * @param timeout what all of it may take
   */
  public void change(Map<QueueMessage, Duration> messages, Duration timeout) {
    long end = clock.millis() + timeout.toMillis();
    List<Map.Entry<QueueMessage, Duration>> entries = List.copyOf(messages.entrySet());
    int left = entries.size();
    for (int from = 0; from < entries.size(); from += MOST_ENTRIES) {
      Duration time = Duration.ofMillis(end - clock.millis());
      if (!time.isPositive()) {
        break;
      }
      int to = Math.min(entries.size(), from + MOST_ENTRIES);
      left -= changed(entries.subList(from, to), time);
    }
    if (left > 0) {
      LOG.warn("{} messages come again by the queue's own timeout", left);
    }
  }

  private int changed(List<Map.Entry<QueueMessage, Duration>> some, Duration time) {
    try {
      return sqs.changeMessageVisibilityBatch(request(some, time)).successful().size();
    } catch (SdkException e) {
      return 0;
    }
  }

  private ChangeMessageVisibilityBatchRequest request(
      List<Map.Entry<QueueMessage, Duration>> some, Duration time) {
    List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>(some.size());
    for (int i = 0; i < some.size(); i++) {
      entries.add(
          ChangeMessageVisibilityBatchRequestEntry.builder()
              .id(Integer.toString(i))
              .receiptHandle(some.get(i).getKey().receipt())
              .visibilityTimeout(seconds(some.get(i).getValue()))
              .build());
    }
    return ChangeMessageVisibilityBatchRequest.builder()
        .queueUrl(queueUrl)
        .entries(entries)
        .overrideConfiguration(override -> override.apiCallTimeout(time))
        .build();
  }

  /** Whole ones, and not too few. */
  private static int seconds(Duration time) {
    Duration atMost = time.compareTo(LONGEST) > 0 ? LONGEST : time;
    return (int) atMost.plusNanos(999_999_999).toSeconds();
  }
}
