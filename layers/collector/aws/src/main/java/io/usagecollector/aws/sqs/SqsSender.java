package io.usagecollector.aws.sqs;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Sends messages to one queue in as few batch requests as the limits allow. A message counts as
 * stored only when the queue has named it as sent: a batch request can succeed and yet refuse some
 * of its entries. For one thread and one call of a port.
 */
final class SqsSender {
  private final SqsClient sqs;
  private final String queueUrl;
  private final InstantSource clock;
  private final Instant end;
  private final Receipts receipts;
  private final List<Outgoing> batch = new ArrayList<>();
  private int size;

  SqsSender(
      SqsClient sqs, String queueUrl, InstantSource clock, Duration timeout, Receipts receipts) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.clock = clock;
    this.end = clock.instant().plus(timeout);
    this.receipts = receipts;
  }

  /** How long it may still take; not positive once the time is over. */
  Duration left() {
    return Duration.between(clock.instant(), end);
  }

  /** Sends it now or with the next ones. */
  void send(Outgoing message) {
    int length = message.body().length();
    if (batch.size() == Sqs.MOST_ENTRIES || size + length > Sqs.LONGEST) {
      flush();
    }
    batch.add(message);
    size += length;
  }

  /** Sends what waits. */
  void flush() {
    if (!batch.isEmpty()) {
      Duration left = left();
      if (left.isPositive()) {
        exchange(left);
      } else {
        refused("no time was left to store it");
      }
      batch.clear();
      size = 0;
    }
  }

  private void exchange(Duration left) {
    try {
      settle(sqs.sendMessageBatch(request(left)));
    } catch (SqsException e) {
      refused("the queue answered " + e.statusCode() + " " + code(e));
    } catch (SdkException e) {
      refused("the queue was not reached: " + e.getClass().getSimpleName());
    }
  }

  private static String code(SqsException e) {
    return e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
  }

  private SendMessageBatchRequest request(Duration left) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      Outgoing message = batch.get(i);
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id(Integer.toString(i))
              .messageBody(message.body())
              .delaySeconds(message.delaySeconds() == 0 ? null : message.delaySeconds())
              .build());
    }
    return SendMessageBatchRequest.builder()
        .queueUrl(queueUrl)
        .entries(entries)
        .overrideConfiguration(override -> override.apiCallTimeout(left))
        .build();
  }

  private void settle(SendMessageBatchResponse response) {
    Set<String> named =
        response.successful().stream().map(SendMessageBatchResultEntry::id).collect(toSet());
    Map<String, String> failed =
        response.failed().stream()
            .collect(
                toMap(
                    BatchResultErrorEntry::id,
                    entry -> "the queue refused it: " + entry.code(),
                    (first, second) -> first));
    for (int i = 0; i < batch.size(); i++) {
      String id = Integer.toString(i);
      if (named.contains(id) && !failed.containsKey(id)) {
        receipts.stored(batch.get(i));
      } else {
        String why = failed.getOrDefault(id, "the queue's answer does not name it");
        receipts.refused(batch.get(i), why);
      }
    }
  }

  private void refused(String why) {
    batch.forEach(message -> receipts.refused(message, why));
  }
}
