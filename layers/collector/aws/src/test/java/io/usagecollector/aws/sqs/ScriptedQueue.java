package io.usagecollector.aws.sqs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** A queue that answers each batch request as told, and remembers it. */
final class ScriptedQueue implements SqsClient {
  final List<SendMessageBatchRequest> requests = new ArrayList<>();
  Function<SendMessageBatchRequest, SendMessageBatchResponse> answer = ScriptedQueue::takingAll;

  static SendMessageBatchResponse takingAll(SendMessageBatchRequest request) {
    return SendMessageBatchResponse.builder()
        .successful(
            request.entries().stream()
                .map(entry -> SendMessageBatchResultEntry.builder().id(entry.id()).build())
                .toList())
        .build();
  }

  /** All messages of all requests. */
  List<SendMessageBatchRequestEntry> messages() {
    return requests.stream().flatMap(request -> request.entries().stream()).toList();
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    requests.add(request);
    return answer.apply(request);
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {}
}
