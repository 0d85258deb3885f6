package io.usagecollector.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import io.usagecollector.core.letter.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

class SqsRetryQueueTest {
  private static final Receipt STORED = new Receipt.Stored();
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final ScriptedQueue queue = new ScriptedQueue();

  private List<Receipt> store(List<Letter> letters) {
    return new SqsRetryQueue(queue, "https://q", Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC))
        .store(letters, Duration.ofSeconds(5));
  }

  private static Letter letter(long offset, int bytes, long delayMillis) {
    return SomeLetter.of(offset, SomeLetter.noise(bytes), NOW)
        .withAttempts(Attempts.first(NOW, false).again(NOW.plusMillis(delayMillis), true));
  }

  private static List<Long> offsets(SendMessageBatchRequestEntry message) {
    return ((Message.Whole) Message.read(message.messageBody()))
        .letters().stream().map(letter -> letter.record().at().offset()).toList();
  }

  @Test
  void lettersThatMayBeTriedAtOnceShareOneMessage() {
    List<Letter> letters = IntStream.range(0, 500).mapToObj(i -> letter(i, 50, 0)).toList();
    assertThat(store(letters)).hasSize(500).containsOnly(STORED);
    assertThat(queue.messages()).hasSize(1);
    assertThat(queue.messages().getFirst().delaySeconds()).isNull();
    assertThat(offsets(queue.messages().getFirst()))
        .isEqualTo(IntStream.range(0, 500).mapToObj(i -> (long) i).toList());
  }

  @Test
  void aMessageComesWhenItsLastLetterMayBeTriedAndNoLaterThanTheQueueCan() {
    store(
        List.of(
            letter(0, 1, 1), letter(1, 1, 4_000), letter(2, 1, 6_500), letter(3, 1, 86_400_000)));
    assertThat(queue.messages())
        .map(SendMessageBatchRequestEntry::delaySeconds)
        .containsExactly(1, 7, 900);
    assertThat(queue.messages())
        .map(SqsRetryQueueTest::offsets)
        .containsExactly(List.of(0L), List.of(1L, 2L), List.of(3L));
  }

  @Property(tries = 200)
  void noLetterComesTooEarlyAndNoneWaitsTwiceAsLongAsItMust(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -5_000, max = 899_000) Long> delays) {
    ScriptedQueue fresh = new ScriptedQueue();
    List<Letter> letters =
        IntStream.range(0, delays.size()).mapToObj(i -> letter(i, 9, delays.get(i))).toList();
    new SqsRetryQueue(fresh, "https://q", Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC))
        .store(letters, Duration.ofSeconds(5));
    List<Long> seen = new ArrayList<>();
    for (SendMessageBatchRequestEntry message : fresh.messages()) {
      long delay = message.delaySeconds() == null ? 0 : message.delaySeconds();
      for (long offset : offsets(message)) {
        long must = Math.max(0, delays.get((int) offset));
        assertThat(delay * 1_000).isGreaterThanOrEqualTo(must).isLessThan(2 * must + 2_000);
        seen.add(offset);
      }
    }
    assertThat(seen).hasSize(delays.size()).doesNotHaveDuplicates();
  }

  @Test
  void aRefusedMessageRefusesTheLettersInItAndNoOthers() {
    queue.answer =
        request ->
            SendMessageBatchResponse.builder()
                .successful(SendMessageBatchResultEntry.builder().id("1").build())
                .failed(BatchResultErrorEntry.builder().id("0").code("Throttled").build())
                .build();
    Receipt refused = new Receipt.Refused("the queue refused it: Throttled");
    assertThat(store(List.of(letter(0, 1, 9_000), letter(1, 1, 0), letter(2, 1, 9_000))))
        .containsExactly(STORED, refused, STORED);
  }

  @Test
  void manyLettersAreMessagesAndRequestsWithinTheQueuesLimits() {
    List<Letter> letters = IntStream.range(0, 60).mapToObj(i -> letter(i, 90_000, 0)).toList();
    assertThat(store(letters)).containsOnly(STORED);
    assertThat(queue.messages().stream().flatMap(message -> offsets(message).stream()))
        .hasSize(60)
        .doesNotHaveDuplicates();
    assertThat(queue.requests)
        .allSatisfy(request -> {
          assertThat(request.entries().size()).isLessThanOrEqualTo(10);
          assertThat(request.entries().stream().mapToInt(e -> e.messageBody().length()).sum())
              .isLessThanOrEqualTo(1_048_576);
        });
  }
}
