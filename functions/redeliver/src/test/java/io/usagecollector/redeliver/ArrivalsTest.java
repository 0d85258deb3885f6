package io.usagecollector.redeliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.sqs.event.SqsMessage;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.letter.Claim;
import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.letter.LargeLetter;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.source.Remapping;
import io.usagecollector.core.source.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Letters larger than a message come by claim or in parts. */
class ArrivalsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:03:00Z");
  private static final int LIMIT = 64 * 1024;

  private static final Remapping REMAPPING =
      new Remapping(
          "flexprice",
          "v",
          stream -> record -> List.of(),
          (document, from) -> {
            throw new AssertionError("nothing is mapped");
          },
          System::nanoTime);

  /** One whose content is about so long, however it is compressed. */
  private static LargeLetter large(int bytes) {
    byte[] value = new byte[bytes];
    new Random(7).nextBytes(value);
    Letter letter = Letters.dead(1, 1);
    return LargeLetter.of(
        new Letter(
            letter.origin(),
            new SourceRecord(new Coordinates("t", 0, 1), 1, null, value, List.of()),
            0,
            letter.parts(),
            letter.event(),
            letter.reason(),
            letter.attempts(),
            letter.at()));
  }

  /** A store that answers every fetch alike. */
  private record Store(Withdrawal answer) implements ClaimStore {
    @Override
    public Deposit store(LargeLetter letter, Duration timeout) {
      throw new AssertionError("nothing is stored");
    }

    @Override
    public Withdrawal fetch(Claim claim, Duration timeout) {
      return answer;
    }
  }

  private static SqsMessage message(String id, String body) {
    return new SqsMessage(new QueueMessage(id, "r"), body, NOW, 1);
  }

  private static Arrivals sorted(Optional<ClaimStore> store, List<SqsMessage> messages) {
    var budget = new TimeBudget(InstantSource.fixed(NOW), Duration.ofSeconds(30));
    return Arrivals.sorted(messages, new Contents(store, budget), REMAPPING, NOW);
  }

  private static Item only(StoredMessage message) {
    List<Item> items = new ArrayList<>();
    message.items(Duration.ofSeconds(1)).forEachRemaining(items::add);
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  private static Arrivals claimed(ClaimStore.Withdrawal answer) {
    LargeLetter large = large(10);
    String body = large.claiming(new Claim("b", "o", large.sha256(), large.content().length));
    return sorted(Optional.of(new Store(answer)), List.of(message("m", body)));
  }

  @Test
  void whatIsClaimedIsFetched() {
    Arrivals arrivals = claimed(new ClaimStore.Withdrawal.Found(large(10).content()));
    Item.Sendable item = (Item.Sendable) only(arrivals.due().getFirst());
    assertThat(item.event().json()).isEqualTo(Letters.event(1).json());
  }

  @Test
  void whatIsGoneOrAnotherIsUnreadableAndTheMessageIsKept() {
    for (ClaimStore.Withdrawal answer :
        List.of(
            new ClaimStore.Withdrawal.Missing("404"),
            new ClaimStore.Withdrawal.Found("another".getBytes(UTF_8)))) {
      StoredMessage message = claimed(answer).due().getFirst();
      Item.Faulty item = (Item.Faulty) only(message);
      assertThat(item.reason().kind()).isEqualTo(Reason.Kind.UNREADABLE);
      assertThat(message.letter(0, item.reason(), Optional.empty(), false, NOW).record().value())
          .asString(UTF_8)
          .contains("content_claim");
    }
  }

  @Test
  void whatIsNotReachedNowStays() {
    Arrivals arrivals = claimed(new ClaimStore.Withdrawal.Unreachable("503"));
    assertThat(arrivals.due()).isEmpty();
    assertThat(arrivals.unread()).map(SqsMessage::handle).map(QueueMessage::id).contains("m");
  }

  @Test
  void partsThatComeTogetherAreOneLetterAndEndTogether() {
    List<String> bodies = large(100_000).parts(LIMIT);
    assertThat(bodies).hasSizeGreaterThan(2);
    List<SqsMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      messages.addFirst(message("m-" + messages.size(), body));
    }
    Arrivals arrivals = sorted(Optional.empty(), messages);
    assertThat(arrivals.due()).hasSize(1);
    assertThat(only(arrivals.due().getFirst())).isInstanceOf(Item.Sendable.class);
    assertThat(arrivals.companions())
        .containsOnlyKeys(messages.getFirst().handle())
        .containsValue(messages.stream().skip(1).map(SqsMessage::handle).toList());
    assertThat(arrivals.early()).isEmpty();
  }

  @Test
  void partsThatLackOthersMeetThemAtTheNextFullFiveMinutes() {
    List<String> bodies = large(100_000).parts(LIMIT);
    Arrivals arrivals = sorted(Optional.empty(), List.of(message("m", bodies.getFirst())));
    assertThat(arrivals.due()).isEmpty();
    assertThat(arrivals.early())
        .containsOnlyKeys(new QueueMessage("m", "r"))
        .containsValue(Duration.ofMinutes(2));
  }
}
