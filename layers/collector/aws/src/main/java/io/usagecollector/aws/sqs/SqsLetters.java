package io.usagecollector.aws.sqs;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Letters in an SQS queue, one message each. A letter counts as stored only when the queue has
 * named it as sent: a batch request can succeed and yet refuse some of its entries.
 */
public final class SqsLetters implements Letters {
  /**
   * SQS's limit on one message and on one batch together, bytes; the queue's own {@code
   * MaximumMessageSize} must be no less.
   */
  public static final int LONGEST = 1024 * 1024;

  private static final int MOST_ENTRIES = 10;

  private final SqsClient sqs;
  private final String queueUrl;
  private final InstantSource clock;

  public SqsLetters(SqsClient sqs, String queueUrl, InstantSource clock) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.clock = clock;
  }

  /** In a queue of the account whose clients these are. */
  public static SqsLetters in(String queueUrl, AwsClients clients, InstantSource clock) {
    return new SqsLetters(clients.sqs(), queueUrl, clock);
  }

  @Override
  public List<Receipt> store(List<Envelope> letters, Duration timeout) {
    Instant end = clock.instant().plus(timeout);
    List<Receipt> receipts = new ArrayList<>(letters.size());
    List<String> chunk = new ArrayList<>();
    int size = 0;
    for (Envelope letter : letters) {
      String body = letter.body();
      if (chunk.size() == MOST_ENTRIES || size + body.length() > LONGEST) {
        receipts.addAll(send(chunk, end));
        chunk.clear();
        size = 0;
      }
      chunk.add(body);
      size += body.length();
    }
    receipts.addAll(send(chunk, end));
    return receipts;
  }

  @Override
  public int limit() {
    return LONGEST;
  }

  private List<Receipt> send(List<String> bodies, Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    if (bodies.isEmpty()) {
      return List.of();
    }
    if (bodies.getFirst().length() > LONGEST) {
      return refused(bodies, "it is larger than the 1 MiB a queue takes, even compressed");
    }
    if (!left.isPositive()) {
      return refused(bodies, "no time was left to store it");
    }
    try {
      return receipts(bodies.size(), sqs.sendMessageBatch(request(bodies, left)));
    } catch (SqsException e) {
      return refused(bodies, "the queue answered " + e.statusCode() + " " + code(e));
    } catch (SdkException e) {
      return refused(bodies, "the queue was not reached: " + e.getClass().getSimpleName());
    }
  }

  private static String code(SqsException e) {
    return e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
  }

  private SendMessageBatchRequest request(List<String> bodies, Duration left) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id(Integer.toString(i))
              .messageBody(bodies.get(i))
              .build());
    }
    return SendMessageBatchRequest.builder()
        .queueUrl(queueUrl)
        .entries(entries)
        .overrideConfiguration(override -> override.apiCallTimeout(left))
        .build();
  }

  private static List<Receipt> receipts(int letters, SendMessageBatchResponse response) {
    Map<String, Receipt> named =
        response.successful().stream()
            .map(entry -> entry.id())
            .collect(toMap(identity(), id -> new Receipt.Stored(), (first, second) -> first));
    Map<String, String> failed =
        response.failed().stream()
            .collect(
                toMap(
                    BatchResultErrorEntry::id,
                    entry -> "the queue refused it: " + entry.code(),
                    (first, second) -> first));
    List<Receipt> receipts = new ArrayList<>(letters);
    for (int i = 0; i < letters; i++) {
      String id = Integer.toString(i);
      Receipt unnamed =
          new Receipt.Refused(failed.getOrDefault(id, "the queue's answer does not name it"));
      receipts.add(failed.containsKey(id) ? unnamed : named.getOrDefault(id, unnamed));
    }
    return receipts;
  }

  private static List<Receipt> refused(List<String> bodies, String why) {
    return Collections.nCopies(bodies.size(), new Receipt.Refused(why));
  }
}
