package io.usagecollector.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** A queue whose time is the test's, and which counts how often it hands a message over. */
final class VirtualQueue implements SqsClient {
  /** A message as the queue has it. */
  static final class Stored {
    final String id;
    final String body;
    final Instant sent;
    int receives;
    private Instant inSight;

    private Stored(String id, String body, Instant sent) {
      this.id = id;
      this.body = body;
      this.sent = sent;
      this.inSight = sent;
    }

    private String receipt() {
      return id + "/" + receives;
    }
  }

  private final Interruption interruption;
  private final List<Stored> stored = new ArrayList<>();
  private int sentSoFar;
  Instant now = Instant.parse("2026-11-01T00:00:00Z");

  VirtualQueue(Interruption interruption) {
    this.interruption = interruption;
  }

  Stored send(String body, Instant at) {
    var message = new Stored("message-%04d".formatted(sentSoFar++), body, at);
    stored.add(message);
    return message;
  }

  List<Stored> messages() {
    return List.copyOf(stored);
  }

  /** What could be received now. */
  List<Stored> inSight() {
    return stored.stream().filter(message -> !message.inSight.isAfter(now)).toList();
  }

  @Override
  public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
    return interruption.around(() -> {
      List<Message> received = new ArrayList<>();
      for (Stored message : inSight()) {
        if (received.size() < request.maxNumberOfMessages()) {
          message.receives++;
          message.inSight = now.plusSeconds(request.visibilityTimeout());
          received.add(told(message));
        }
      }
      return ReceiveMessageResponse.builder().messages(received).build();
    });
  }

  private static Message told(Stored message) {
    return Message.builder()
        .messageId(message.id)
        .receiptHandle(message.receipt())
        .body(message.body)
        .attributes(
            java.util.Map.of(
                MessageSystemAttributeName.SENT_TIMESTAMP,
                Long.toString(message.sent.toEpochMilli())))
        .build();
  }

  @Override
  public DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest request) {
    return interruption.around(() -> {
      List<BatchResultErrorEntry> failed = new ArrayList<>();
      request
          .entries()
          .forEach(entry -> {
            if (!stored.removeIf(holding(entry.receiptHandle()))) {
              failed.add(BatchResultErrorEntry.builder().id(entry.id()).build());
            }
          });
      return DeleteMessageBatchResponse.builder().failed(failed).build();
    });
  }

  @Override
  public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
      ChangeMessageVisibilityBatchRequest request) {
    return interruption.around(() -> {
      request
          .entries()
          .forEach(entry ->
              with(entry.receiptHandle())
                  .ifPresent(message ->
                      message.inSight = now.plus(Duration.ofSeconds(entry.visibilityTimeout()))));
      return ChangeMessageVisibilityBatchResponse.builder()
          .successful(
              request.entries().stream()
                  .map(entry ->
                      ChangeMessageVisibilityBatchResultEntry.builder().id(entry.id()).build())
                  .toList())
          .build();
    });
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    Stream<SendMessageBatchResultEntry> taken =
        request.entries().stream()
            .map(entry -> {
              send(entry.messageBody(), now);
              return SendMessageBatchResultEntry.builder().id(entry.id()).build();
            });
    return SendMessageBatchResponse.builder().successful(taken.toList()).build();
  }

  private Optional<Stored> with(String receipt) {
    return stored.stream().filter(holding(receipt)).findFirst();
  }

  private static Predicate<Stored> holding(String receipt) {
    return message -> message.receipt().equals(receipt);
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {}
}
