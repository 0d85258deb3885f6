package io.usagecollector.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.letter.Assembler;
import io.usagecollector.core.letter.Claim;
import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.letter.LargeLetter;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Message;
import io.usagecollector.core.letter.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** A letter always fits, in either queue. */
class LargeLettersTest {
  private static final Receipt STORED = new Receipt.Stored();
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final byte[] LARGE = SomeLetter.noise(2_000_000);

  private final ScriptedQueue queue = new ScriptedQueue();
  private final MemoryClaims claims = new MemoryClaims();
  private Instant now = NOW;

  /** The adapters that must be able to. */
  enum Kind {
    DEAD_LETTERS {
      @Override
      Letters in(ScriptedQueue queue, Optional<ClaimStore> claims, InstantSource clock) {
        return new SqsDeadLetters(queue, "q", claims, clock);
      }
    },
    RETRY_QUEUE {
      @Override
      Letters in(ScriptedQueue queue, Optional<ClaimStore> claims, InstantSource clock) {
        return new SqsRetryQueue(queue, "q", claims, clock);
      }
    };

    abstract Letters in(ScriptedQueue queue, Optional<ClaimStore> claims, InstantSource clock);
  }

  private static List<Letter> threeOfWhichOneIsLarge() {
    return List.of(
        SomeLetter.of(0, new byte[] {1}, NOW),
        SomeLetter.of(1, LARGE, NOW),
        SomeLetter.of(2, new byte[] {3}, NOW));
  }

  private List<Receipt> store(Kind kind, Optional<ClaimStore> store) {
    return kind.in(queue, store, () -> now).store(threeOfWhichOneIsLarge(), Duration.ofSeconds(5));
  }

  private List<Message> messages() {
    return queue.messages().stream()
        .map(SendMessageBatchRequestEntry::messageBody)
        .map(Message::read)
        .toList();
  }

  private List<Message.Part> parts() {
    return messages().stream()
        .filter(Message.Part.class::isInstance)
        .map(Message.Part.class::cast)
        .toList();
  }

  private static void assertLarge(Message found) {
    assertThat(((Message.Whole) found).letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.record().value()).isEqualTo(LARGE));
  }

  private void assertInParts() {
    assertThat(parts()).hasSize(3);
    Assembler<Integer> assembler = new Assembler<>();
    parts().forEach(part -> assembler.add(part.slice().number(), part));
    assertThat(assembler.assembled()).hasSize(1);
    assertLarge(assembler.assembled().getFirst().result());
    assertThat(queue.messages())
        .allSatisfy(message -> assertThat(message.messageBody()).hasSizeLessThan(1_048_577));
  }

  @ParameterizedTest
  @EnumSource
  void theContentIsClaimedWhereThereIsAStore(Kind kind) {
    assertThat(store(kind, Optional.of(claims))).hasSize(3).containsOnly(STORED);
    Message.Claimed claimed =
        (Message.Claimed)
            messages().stream().filter(Message.Claimed.class::isInstance).findFirst().orElseThrow();
    assertLarge(claimed.open(claims.objects.get(claimed.claim().object())));
    assertThat(parts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void itGoesInPartsWhereThereIsNone(Kind kind) {
    assertThat(store(kind, Optional.empty())).hasSize(3).containsOnly(STORED);
    assertInParts();
  }

  @ParameterizedTest
  @EnumSource
  void itGoesInPartsWhereTheStoreRefuses(Kind kind) {
    claims.refusing = true;
    assertThat(store(kind, Optional.of(claims))).hasSize(3).containsOnly(STORED);
    assertInParts();
  }

  @ParameterizedTest
  @EnumSource
  void itGoesInPartsInTheTimeThatAStoreWithoutAnAnswerLeaves(Kind kind) {
    ClaimStore hanging =
        new ClaimStore() {
          @Override
          public Deposit store(LargeLetter letter, Duration timeout) {
            now = now.plus(timeout);
            return new Deposit.Refused("no answer");
          }

          @Override
          public Withdrawal fetch(Claim claim, Duration timeout) {
            throw new AssertionError("nothing is fetched");
          }
        };
    assertThat(store(kind, Optional.of(hanging))).hasSize(3).containsOnly(STORED);
    assertInParts();
    assertThat(now).isBefore(NOW.plusSeconds(5));
  }

  @ParameterizedTest
  @EnumSource
  void itIsStoredOnlyIfAllOfItsPartsAre(Kind kind) {
    queue.answer =
        request ->
            Message.read(request.entries().getFirst().messageBody()) instanceof Message.Part part
                    && part.slice().number() == 2
                ? SendMessageBatchResponse.builder()
                    .failed(BatchResultErrorEntry.builder().id("0").code("Throttled").build())
                    .build()
                : ScriptedQueue.takingAll(request);
    assertThat(store(kind, Optional.empty()))
        .containsExactly(STORED, new Receipt.Refused("the queue refused it: Throttled"), STORED);
  }
}
