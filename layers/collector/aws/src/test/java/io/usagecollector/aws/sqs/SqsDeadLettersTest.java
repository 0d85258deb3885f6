package io.usagecollector.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsDeadLettersTest {
  private static final Receipt STORED = new Receipt.Stored();
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final ScriptedQueue queue = new ScriptedQueue();
  private final List<SendMessageBatchRequest> requests = queue.requests;

  private List<Receipt> store(
      Function<SendMessageBatchRequest, SendMessageBatchResponse> answer, List<Letter> letters) {
    return store(answer, letters, Duration.ofSeconds(5));
  }

  private List<Receipt> store(
      Function<SendMessageBatchRequest, SendMessageBatchResponse> answer,
      List<Letter> letters,
      Duration timeout) {
    queue.answer = answer;
    return new SqsDeadLetters(
            queue, "https://q", Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC))
        .store(letters, timeout);
  }

  private static Letter letter(long offset, byte[] value) {
    return SomeLetter.of(offset, value, NOW);
  }

  private static List<Letter> letters(int count) {
    return IntStream.range(0, count).mapToObj(i -> letter(i, new byte[] {1})).toList();
  }

  @Test
  void tenLettersGoInOneBatchEachAsOneMessage() {
    assertThat(store(ScriptedQueue::takingAll, letters(23))).hasSize(23).containsOnly(STORED);
    assertThat(requests).map(request -> request.entries().size()).containsExactly(10, 10, 3);
    SendMessageBatchRequest last = requests.getLast();
    assertThat(last.queueUrl()).isEqualTo("https://q");
    assertThat(Envelope.open(last.entries().getLast().messageBody()).record().at())
        .isEqualTo(new Coordinates("t", 0, 22));
  }

  @Test
  void aBatchIsNoLargerThanAMebibyte() {
    List<Letter> large =
        IntStream.range(0, 5).mapToObj(i -> letter(i, SomeLetter.noise(300_000))).toList();
    assertThat(store(ScriptedQueue::takingAll, large)).hasSize(5).containsOnly(STORED);
    assertThat(requests).map(request -> request.entries().size()).containsExactly(2, 2, 1);
    assertThat(requests)
        .allSatisfy(request ->
            assertThat(
                    request.entries().stream()
                        .map(SendMessageBatchRequestEntry::messageBody)
                        .mapToInt(String::length)
                        .sum())
                .isLessThanOrEqualTo(1_048_576));
  }

  @Test
  void anEntryThatTheQueueRefusesIsNotStoredThoughTheBatchSucceeds() {
    Function<SendMessageBatchRequest, SendMessageBatchResponse> half =
        request ->
            SendMessageBatchResponse.builder()
                .successful(SendMessageBatchResultEntry.builder().id("2").build())
                .failed(BatchResultErrorEntry.builder().id("0").code("Throttled").build())
                .build();
    assertThat(store(half, letters(3)))
        .containsExactly(
            new Receipt.Refused("the queue refused it: Throttled"),
            new Receipt.Refused("the queue's answer does not name it"),
            STORED);
  }

  @Test
  void anErrorRefusesItsBatchAloneInItsOwnWordsWithoutTheirs() {
    Function<SendMessageBatchRequest, SendMessageBatchResponse> failing =
        request ->
            switch (requests.size()) {
              case 1 ->
                  throw SqsException.builder()
                      .message("secret")
                      .statusCode(403)
                      .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDenied").build())
                      .build();
              case 2 -> throw SdkClientException.create("secret");
              default -> ScriptedQueue.takingAll(request);
            };
    List<Receipt> receipts = store(failing, letters(21));
    assertThat(receipts.subList(0, 10))
        .containsOnly(new Receipt.Refused("the queue answered 403 AccessDenied"));
    assertThat(receipts.subList(10, 20))
        .containsOnly(new Receipt.Refused("the queue was not reached: SdkClientException"));
    assertThat(receipts.get(20)).isEqualTo(STORED);
  }

  @Test
  void withoutTimeNothingIsSentAndACallIsBoundByTheTimeLeft() {
    assertThat(store(ScriptedQueue::takingAll, letters(1), Duration.ZERO))
        .containsExactly(new Receipt.Refused("no time was left to store it"));
    assertThat(requests).isEmpty();
    store(ScriptedQueue::takingAll, letters(1), Duration.ofSeconds(3));
    assertThat(requests.getFirst().overrideConfiguration().orElseThrow().apiCallTimeout())
        .contains(Duration.ofSeconds(3));
  }
}
