package io.usagecollector.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Origin;
import io.usagecollector.core.letter.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsLettersTest {
  private static final Receipt STORED = new Receipt.Stored();
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final List<SendMessageBatchRequest> requests = new ArrayList<>();

  /** A queue that answers each batch as told. */
  private final class Queue implements SqsClient {
    private final Function<SendMessageBatchRequest, SendMessageBatchResponse> answer;

    Queue(Function<SendMessageBatchRequest, SendMessageBatchResponse> answer) {
      this.answer = answer;
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

  private List<Receipt> store(
      Function<SendMessageBatchRequest, SendMessageBatchResponse> answer, List<Envelope> letters) {
    return store(answer, letters, Duration.ofSeconds(5));
  }

  private List<Receipt> store(
      Function<SendMessageBatchRequest, SendMessageBatchResponse> answer,
      List<Envelope> letters,
      Duration timeout) {
    return new SqsLetters(new Queue(answer), "https://q", Clock.fixed(NOW, ZoneOffset.UTC))
        .store(letters, timeout);
  }

  private static SendMessageBatchResponse takingAll(SendMessageBatchRequest request) {
    return SendMessageBatchResponse.builder()
        .successful(
            request.entries().stream()
                .map(entry -> SendMessageBatchResultEntry.builder().id(entry.id()).build())
                .toList())
        .build();
  }

  private static Envelope letter(long offset, byte[] value) {
    return Envelope.seal(
        new Letter(
            new Origin(new StreamId("s"), "flexprice", "v"),
            new SourceRecord(new Coordinates("t", 0, offset), 1, null, value, List.of()),
            0,
            Optional.empty(),
            Reason.of(Reason.Kind.MAPPING_FAULT, "why"),
            Attempts.first(NOW, false),
            NOW));
  }

  private static List<Envelope> letters(int count) {
    return IntStream.range(0, count).mapToObj(i -> letter(i, new byte[] {1})).toList();
  }

  /** Bytes that no compression makes smaller. */
  private static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(3).nextBytes(noise);
    return noise;
  }

  @Test
  void tenLettersGoInOneBatchEachAsOneMessage() {
    assertThat(store(SqsLettersTest::takingAll, letters(23))).hasSize(23).containsOnly(STORED);
    assertThat(requests).map(request -> request.entries().size()).containsExactly(10, 10, 3);
    SendMessageBatchRequest last = requests.getLast();
    assertThat(last.queueUrl()).isEqualTo("https://q");
    assertThat(Envelope.open(last.entries().getLast().messageBody()).record().at())
        .isEqualTo(new Coordinates("t", 0, 22));
  }

  @Test
  void aBatchIsNoLargerThanAMebibyte() {
    List<Envelope> large = IntStream.range(0, 5).mapToObj(i -> letter(i, noise(300_000))).toList();
    assertThat(store(SqsLettersTest::takingAll, large)).hasSize(5).containsOnly(STORED);
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
  void aLetterLargerThanAMebibyteIsRefusedNotCutAndItsNeighboursAreStored() {
    List<Envelope> letters =
        List.of(letter(0, noise(10)), letter(1, noise(900_000)), letter(2, noise(10)));
    assertThat(store(SqsLettersTest::takingAll, letters))
        .containsExactly(
            STORED,
            new Receipt.Refused("it is larger than the 1 MiB a queue takes, even compressed"),
            STORED);
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
              default -> takingAll(request);
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
    assertThat(store(SqsLettersTest::takingAll, letters(1), Duration.ZERO))
        .containsExactly(new Receipt.Refused("no time was left to store it"));
    assertThat(requests).isEmpty();
    store(SqsLettersTest::takingAll, letters(1), Duration.ofSeconds(3));
    assertThat(requests.getFirst().overrideConfiguration().orElseThrow().apiCallTimeout())
        .contains(Duration.ofSeconds(3));
  }
}
