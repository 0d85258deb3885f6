package io.usagecollector.core.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.delivery.item.Item;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Bundle;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Origin;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.sink.Formed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredMessageTest {
  private static final Instant FAILED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant SENT = Instant.parse("2026-01-01T01:00:00Z");
  private static final Instant NOW = Instant.parse("2026-01-01T02:00:00Z");
  private static final Reason REFUSED = Reason.of(Reason.Kind.REFUSED_BY_SERVICE, "400");
  private static final Str ID = Str.of("id");

  /** A part for each word of a record: dropped, faulty, or an event that has the word as its id. */
  private final Remapping remapping =
      new Remapping(
          "sink",
          "v2",
          stream -> StoredMessageTest::parts,
          (document, from) -> new Formed.Sendable(event(String.valueOf(document.get(ID)))),
          System::nanoTime);

  private static List<Part> parts(SourceRecord record) {
    String[] words = new String(record.value(), UTF_8).split(" ");
    return IntStream.range(0, words.length).mapToObj(i -> part(i, words[i])).toList();
  }

  private static Part part(int ordinal, String word) {
    return switch (word) {
      case "drop" -> new Part.Filtered(ordinal);
      case "fail" -> new Part.Faulted(ordinal, Reason.of(Reason.Kind.MAPPING_FAULT, "it fails"));
      default -> new Part.Ready(ordinal, new MapObj().put(ID, Str.of(word)));
    };
  }

  private static UsageEvent event(String id) {
    return new UsageEvent(id, "2025-12-31T23:59:59Z", "customer", "name", id.getBytes(UTF_8));
  }

  /** Deferred after its third attempt, with a record of these words. */
  private static Letter letter(String words, int ordinal, OptionalInt parts) {
    return new Letter(
        new Origin(new StreamId("stream"), "sink", "v1"),
        new SourceRecord(new Coordinates("t", 0, 7), 1_000, null, words.getBytes(UTF_8), List.of()),
        ordinal,
        parts,
        Optional.empty(),
        Reason.of(Reason.Kind.NOT_DELIVERED, "503"),
        new Attempts(3, FAILED, SENT.plusSeconds(30), true),
        SENT);
  }

  private static Letter deferred(String id) {
    return letter("drop", 0, OptionalInt.of(1)).withEvent(Optional.of(event(id)));
  }

  private static Letter dead(Letter letter) {
    return letter.withAttempts(letter.attempts().notBefore(letter.at()));
  }

  private StoredMessage message(String body) {
    return StoredMessage.of(new QueueMessage("m", "r"), body, SENT, remapping);
  }

  private StoredMessage message(Letter... letters) {
    List<Bundle> bundles = Bundle.pack(List.of(letters), 1_000_000);
    assertThat(bundles).hasSize(1);
    return message(bundles.getFirst().body());
  }

  private static List<Item> items(StoredMessage message) {
    List<Item> items = new ArrayList<>();
    Iterator<Item> taken = message.items(Duration.ofSeconds(1));
    while (taken.hasNext()) {
      items.add(taken.next());
      assertThat(items.getLast().ordinal()).isEqualTo(items.size() - 1);
    }
    return items;
  }

  /** The ids of what goes out, and what is wrong with the rest. */
  private static List<String> told(List<Item> items) {
    return items.stream()
        .map(item ->
            switch (item) {
              case Item.Sendable sendable -> sendable.event().eventId();
              case Item.Filtered _ -> "filtered";
              case Item.Faulty faulty -> faulty.reason().kind() + ": " + faulty.reason().safeText();
              case Item.OutOfTime late -> "late: " + late.reason().safeText();
            })
        .toList();
  }

  private static Letter refused(StoredMessage message, int item, Optional<UsageEvent> event) {
    return message.letter(item, REFUSED, event, false, NOW);
  }

  @Test
  void anEventThatIsStoredGoesOutAsItIsWhateverTheMappingOfTodayWouldMake() {
    List<Item> items = items(message(deferred("stored")));
    assertThat(items).hasSize(1);
    UsageEvent event = ((Item.Sendable) items.getFirst()).event();
    assertThat(event.json()).asString(UTF_8).isEqualTo("stored");
    assertThat(event.timestamp()).isEqualTo("2025-12-31T23:59:59Z");
  }

  @Test
  void eachLetterOfAMessageIsItselfAfterOneMoreAttempt() {
    StoredMessage message = message(deferred("a"), letter("x y", 1, OptionalInt.of(2)));
    assertThat(told(items(message))).containsExactly("a", "y");
    Letter first = refused(message, 0, Optional.of(event("a")));
    Letter second = refused(message, 1, Optional.of(event("y")));
    assertThat(first.key()).isEqualTo(deferred("a").key());
    assertThat(first.ordinal()).isZero();
    assertThat(first.origin().mappingVersion()).isEqualTo("v1");
    assertThat(second.key()).isEqualTo(letter("x y", 1, OptionalInt.of(2)).key());
    assertThat(second.ordinal()).isEqualTo(1);
    assertThat(second.parts()).hasValue(2);
    assertThat(second.origin().mappingVersion()).isEqualTo("v2");
    assertThat(List.of(first, second))
        .allSatisfy(letter -> {
          assertThat(letter.attempts()).isEqualTo(new Attempts(4, FAILED, NOW, true));
          assertThat(letter.reason()).isEqualTo(REFUSED);
          assertThat(letter.at()).isEqualTo(NOW);
          assertThat(letter.event()).isPresent();
        });
  }

  @Test
  void aLetterForAllOfItsRecordGivesAllThatTheMappingOfTodayMakes() {
    StoredMessage message = message(letter("a drop fail b", 0, OptionalInt.empty()));
    assertThat(told(items(message)))
        .containsExactly("a", "filtered", "MAPPING_FAULT: it fails", "b");
    assertThat(refused(message, 3, Optional.of(event("b"))).ordinal()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "a b,       1, b",
    "drop a b,  1, a",
    "drop a b,  0, filtered",
    "a fail b,  1, MAPPING_FAULT: it fails",
  })
  void aPartsLetterGivesThatPartAloneCountedBeforeFiltering(String words, int part, String gives) {
    int parts = words.split(" ").length;
    StoredMessage message = message(letter(words, part, OptionalInt.of(parts)));
    assertThat(told(items(message))).containsExactly(gives);
    assertThat(refused(message, 0, Optional.empty()).ordinal()).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({
    "a b c, 1, into 3",
    "a,     1, into 1",
    "a,     0, into 1",
  })
  void whereTheMappingTakesTheRecordApartOtherwiseNothingIsGuessed(
      String words, int part, String into) {
    StoredMessage message = message(letter(words, part, OptionalInt.of(2)));
    assertThat(told(items(message)))
        .containsExactly(
            "MAPPING_FAULT: the letter is for part "
                + part
                + " of its record, which the mapping of today takes apart otherwise: "
                + into);
    assertThat(refused(message, 0, Optional.empty()).ordinal()).isEqualTo(part);
    assertThat(refused(message, 0, Optional.empty()).parts()).hasValue(2);
  }

  @Test
  void wherePartsOfARecordFailAsAWholeTheLetterSaysThat() {
    StoredMessage message = message(letter("fail", 1, OptionalInt.of(2)));
    assertThat(told(items(message))).containsExactly("MAPPING_FAULT: it fails");
    Letter still = refused(message, 0, Optional.empty());
    assertThat(still.ordinal()).isEqualTo(1);
    assertThat(still.parts()).hasValue(2);
  }

  @Test
  void aLetterForAnotherServiceIsKeptWithItsEventAndStopsNoOther() {
    Letter foreign = deferred("b");
    foreign =
        new Letter(
            new Origin(foreign.origin().stream(), "another", "v1"),
            foreign.record(),
            0,
            foreign.event(),
            foreign.reason(),
            foreign.attempts(),
            foreign.at());
    StoredMessage message = message(deferred("a"), foreign, deferred("c"));
    assertThat(told(items(message)))
        .containsExactly(
            "a",
            "UNREADABLE: it is for the billing service another, and this function delivers to sink",
            "c");
    Letter kept = refused(message, 1, Optional.empty());
    assertThat(kept.key()).isEqualTo(foreign.key());
    assertThat(kept.event().orElseThrow().eventId()).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "{}", "[1]", "{\"schema\":99}", "{\"schema\":3}", "ä€😀"})
  void whatIsNoLetterIsKeptInOneWordForWord(String text) {
    StoredMessage message = message(text);
    List<Item> items = items(message);
    assertThat(items).hasSize(1);
    Reason reason = ((Item.Faulty) items.getFirst()).reason();
    assertThat(reason.kind()).isEqualTo(Reason.Kind.UNREADABLE);
    assertThat(reason.safeText()).doesNotContain("hello");
    Letter kept = message.letter(0, reason, Optional.empty(), false, NOW);
    assertThat(kept.record().value()).asString(UTF_8).isEqualTo(text);
    assertThat(kept.isDead()).isTrue();
  }

  @Test
  void aKeptTextIsOneLetterHoweverOftenItIsReadAndTwoMessagesAreTwo() {
    Letter kept = unreadable("hello", "m");
    Letter again = unreadable(Envelope.seal(kept).body(), "moved back");
    assertThat(again.key()).isEqualTo(kept.key());
    assertThat(again.record().value()).asString(UTF_8).isEqualTo("hello");
    assertThat(unreadable("hello", "another").key()).isNotEqualTo(kept.key());
  }

  private Letter unreadable(String body, String id) {
    StoredMessage message = StoredMessage.of(new QueueMessage(id, "r"), body, SENT, remapping);
    Reason reason = ((Item.Faulty) items(message).getFirst()).reason();
    return message.letter(0, reason, Optional.empty(), false, NOW);
  }

  @Test
  void aKeptTextThatCanBeReadByNowIsWhatItSays() {
    String text = Envelope.seal(deferred("a")).body();
    Letter kept =
        new QueueText(new QueueMessage("m", "r"), text, SENT).kept(remapping, REFUSED, SENT);
    StoredMessage message = message(kept, deferred("b"));
    assertThat(told(items(message))).containsExactly("a", "b");
    assertThat(refused(message, 0, Optional.empty()).key()).isEqualTo(deferred("a").key());
  }

  @Test
  void ofWhatWasNotTakenTheMessageIsKept() {
    StoredMessage message = message(deferred("a"), deferred("b"));
    Letter kept = message.whole(REFUSED, NOW);
    assertThat(told(items(message(kept)))).containsExactly("a", "b");
  }

  @Test
  void aDeadLetterThatWasMovedBackStartsAnewAndTellsWhenItFirstFailed() {
    StoredMessage message = message(dead(deferred("a")));
    assertThat(told(items(message))).containsExactly("a");
    assertThat(refused(message, 0, Optional.empty()).attempts())
        .isEqualTo(new Attempts(1, FAILED, SENT, NOW, true));
  }

  @Test
  void itMayBeTriedWhenTheLastOfItsLettersMay() {
    Letter later = deferred("b");
    later = later.withAttempts(later.attempts().notBefore(NOW.plusSeconds(5_000)));
    assertThat(message(deferred("a")).notBefore()).isEqualTo(SENT.plusSeconds(30));
    assertThat(message(later, deferred("a")).notBefore()).isEqualTo(NOW.plusSeconds(5_000));
    assertThat(message("hello").notBefore()).isBefore(SENT);
  }

  @Test
  void itWasTriedAsOftenAsTheLetterThatWasTriedMostSinceAPersonSentItOn() {
    Letter often = deferred("b");
    often = often.withAttempts(new Attempts(9, FAILED, SENT.plusSeconds(1), false));
    assertThat(message(deferred("a"), often).attempts()).isEqualTo(9);
    assertThat(message(deferred("a"), dead(often)).attempts()).isEqualTo(3);
    assertThat(message("hello").attempts()).isZero();
  }

  @Test
  void itIsAsOldAsTheRecordThatWasWrittenFirst() {
    Letter other = deferred("b");
    SourceRecord later = new SourceRecord(new Coordinates("t", 0, 8), 2_000, null, null, List.of());
    other =
        new Letter(
            other.origin(),
            later,
            0,
            other.parts(),
            other.event(),
            other.reason(),
            other.attempts(),
            other.at());
    assertThat(message(other, deferred("a")).writtenAt()).isEqualTo(1_000);
    assertThat(message(other).writtenAt()).isEqualTo(2_000);
    assertThat(message("hello").writtenAt()).isNegative();
  }
}
