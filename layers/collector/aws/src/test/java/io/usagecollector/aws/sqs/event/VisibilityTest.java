package io.usagecollector.aws.sqs.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.SourceHandle.QueueMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;

class VisibilityTest {
  private final List<ChangeMessageVisibilityBatchRequest> requests = new ArrayList<>();
  private long now;

  /** A queue that is out of reach the first times, and takes a second for each answer. */
  private SqsClient queue(int outOfReach) {
    return new SqsClient() {
      @Override
      public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
          ChangeMessageVisibilityBatchRequest request) {
        requests.add(request);
        now += 1_000;
        if (requests.size() <= outOfReach) {
          throw SdkClientException.create("no route");
        }
        return ChangeMessageVisibilityBatchResponse.builder().build();
      }

      @Override
      public String serviceName() {
        return "sqs";
      }

      @Override
      public void close() {}
    };
  }

  private void change(SqsClient queue, Map<QueueMessage, Duration> messages, Duration timeout) {
    new Visibility(queue, "https://q", () -> Instant.ofEpochMilli(now)).change(messages, timeout);
  }

  private static Map<QueueMessage, Duration> messages(int count) {
    Map<QueueMessage, Duration> messages = new LinkedHashMap<>();
    IntStream.range(0, count)
        .forEach(
            i -> messages.put(new QueueMessage("m-" + i, "r-" + i), Duration.ofSeconds(30 + i)));
    return messages;
  }

  @Test
  void eachMessageHasItsOwnTimeTenInARequest() {
    change(queue(0), messages(12), Duration.ofMinutes(1));
    assertThat(requests).map(request -> request.entries().size()).containsExactly(10, 2);
    assertThat(requests).allMatch(request -> request.queueUrl().equals("https://q"));
    assertThat(requests.get(1).entries())
        .map(ChangeMessageVisibilityBatchRequestEntry::receiptHandle)
        .containsExactly("r-10", "r-11");
    assertThat(requests.get(1).entries())
        .map(ChangeMessageVisibilityBatchRequestEntry::visibilityTimeout)
        .containsExactly(40, 41);
  }

  @Test
  void aMessageIsNeverSeenTooEarlyNorLaterThanTheQueueAllows() {
    Map<QueueMessage, Duration> messages = new LinkedHashMap<>();
    messages.put(new QueueMessage("soon", "r"), Duration.ofMillis(1));
    messages.put(new QueueMessage("exact", "r"), Duration.ofSeconds(7));
    messages.put(new QueueMessage("late", "r"), Duration.ofDays(3));
    change(queue(0), messages, Duration.ofMinutes(1));
    assertThat(requests.getFirst().entries())
        .map(ChangeMessageVisibilityBatchRequestEntry::visibilityTimeout)
        .containsExactly(1, 7, 39_600);
  }

  @Test
  void aQueueOutOfReachStopsNothing() {
    change(queue(1), messages(11), Duration.ofMinutes(1));
    assertThat(requests).hasSize(2);
  }

  @Test
  void whenTheTimeIsUpTheRestIsLeftToTheQueue() {
    change(queue(0), messages(40), Duration.ofMillis(1_500));
    assertThat(requests).hasSize(2);
    assertThat(requests.get(1).overrideConfiguration().orElseThrow().apiCallTimeout())
        .contains(Duration.ofMillis(500));
  }

  @Test
  void nothingIsAskedForNothing() {
    change(queue(0), Map.of(), Duration.ofMinutes(1));
    assertThat(requests).isEmpty();
  }
}
