package io.usagecollector.core.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LargeLetterTest {
  private static final int LIMIT = 64 * 1024;

  private static Message.Part part(String body) {
    assertThat(body).isASCII();
    assertThat(body.length()).isLessThanOrEqualTo(LIMIT);
    return (Message.Part) Message.read(body);
  }

  private static List<Letter> letters(Message message) {
    assertThat(message).isInstanceOf(Message.Whole.class);
    return ((Message.Whole) message).letters();
  }

  private static void assertSame(Message found, Letter expected) {
    assertThat(SomeLetter.all(letters(found)).equals(SomeLetter.all(List.of(expected)))).isTrue();
  }

  private static Claim claim(LargeLetter letter) {
    return new Claim("bucket", "object", letter.sha256(), letter.content().length);
  }

  @Property(tries = 100)
  void partsInAnyOrderAndRepeatedAreTheLetter(
      @ForAll int seed, @ForAll @IntRange(max = 150_000) int size) {
    Letter letter = SomeLetter.any(seed, size);
    List<String> parts = new ArrayList<>(LargeLetter.of(letter).parts(LIMIT));
    parts.add(parts.getFirst());
    Collections.shuffle(parts, new Random(seed));
    Assembler<Integer> assembler = new Assembler<>();
    for (int i = 0; i < parts.size(); i++) {
      assembler.add(i, part(parts.get(i)));
    }
    assertThat(assembler.incomplete()).isEmpty();
    assertThat(assembler.assembled()).hasSize(1);
    assertSame(assembler.assembled().getFirst().result(), letter);
    assertThat(assembler.assembled().getFirst().messages()).hasSize(parts.size());
  }

  @Property(tries = 100)
  void aClaimAndWhatLiesThereAreTheLetter(
      @ForAll int seed, @ForAll @IntRange(max = 50_000) int size) {
    Letter letter = SomeLetter.any(seed, size);
    LargeLetter large = LargeLetter.of(letter);
    Message.Claimed read = (Message.Claimed) Message.read(large.claiming(claim(large)));
    assertThat(read.claim()).isEqualTo(claim(large));
    assertSame(read.open(large.content()), letter);
  }

  @Test
  void aMessageExplainsTheLetterWithoutItsContent() {
    Letter letter = SomeLetter.any(3, 100_000);
    LargeLetter large = LargeLetter.of(letter);
    List<String> bodies = new ArrayList<>(large.parts(LIMIT));
    assertThat(bodies).hasSizeGreaterThan(3);
    for (String body : bodies) {
      Explanation explanation = part(body).explanation();
      assertThat(explanation.key()).isEqualTo(letter.key());
      assertThat(explanation.coordinates()).isEqualTo(letter.record().at());
      assertThat(explanation.kind()).isEqualTo(letter.reason().kind());
      assertThat(explanation.reason()).isEqualTo(letter.reason().safeText());
      assertThat(explanation.attempts()).isEqualTo(letter.attempts());
      assertThat(explanation.at()).isEqualTo(letter.at());
    }
  }

  @Test
  void aReasonOfAnyLengthIsWholeAgain() {
    String endless = "\u00e9".repeat(300_000);
    Letter letter =
        SomeLetter.any(4, 10)
            .withReason(new Reason(Reason.Kind.INVALID_EVENT, endless, endless + "!"));
    LargeLetter large = LargeLetter.of(letter);
    assertThat(large.claiming(claim(large)).length()).isLessThan(LIMIT);
    assertSame(
        ((Message.Claimed) Message.read(large.claiming(claim(large)))).open(large.content()),
        letter);
    Assembler<String> assembler = new Assembler<>();
    large.parts(LIMIT).forEach(body -> assembler.add(body, part(body)));
    assertSame(assembler.assembled().getFirst().result(), letter);
  }

  @Test
  void anotherContentThanTheClaimedOneIsNoLetter() {
    LargeLetter large = LargeLetter.of(SomeLetter.any(5, 100));
    LargeLetter other = LargeLetter.of(SomeLetter.any(6, 100));
    Message.Claimed read = (Message.Claimed) Message.read(large.claiming(claim(large)));
    assertThat(read.open(other.content()))
        .isEqualTo(
            new Message.Unreadable(
                "the content of letter "
                    + large.key()
                    + " is not the one that was stored: its hash differs"));
  }

  @Test
  void whileAPartIsMissingTheLetterIsIncomplete() {
    List<String> parts = LargeLetter.of(SomeLetter.any(7, 150_000)).parts(LIMIT);
    Assembler<String> assembler = new Assembler<>();
    parts.stream().skip(1).forEach(body -> assembler.add(body, part(body)));
    assertThat(assembler.assembled()).isEmpty();
    assertThat(assembler.incomplete()).hasSize(1);
    Assembler.Incomplete<String> incomplete = assembler.incomplete().getFirst();
    assertThat(incomplete.present()).isEqualTo(parts.size() - 1);
    assertThat(incomplete.of()).isEqualTo(parts.size());
    assertThat(incomplete.messages()).isEqualTo(parts.subList(1, parts.size()));
    assembler.add(parts.getFirst(), part(parts.getFirst()));
    assertThat(assembler.incomplete()).isEmpty();
    assertThat(assembler.assembled()).hasSize(1);
  }

  /** As a crash leaves them: the first part of one writing, and then all of the next. */
  @Test
  void aLetterThatWasWrittenTwiceIsOneAndKnowsOfTheLatestAttempt() {
    Letter first = SomeLetter.any(8, 150_000);
    Letter second =
        first
            .withAttempts(first.attempts().again(first.at().plusSeconds(9), true))
            .writtenAt(first.at().plusSeconds(60));
    List<String> written = new ArrayList<>(LargeLetter.of(second).parts(LIMIT));
    written.add(LargeLetter.of(first).parts(LIMIT).getFirst());
    Assembler<String> assembler = new Assembler<>();
    written.forEach(body -> assembler.add(body, part(body)));
    assertThat(assembler.incomplete()).isEmpty();
    assertThat(assembler.assembled()).hasSize(1);
    assertSame(assembler.assembled().getFirst().result(), second);
  }

  @Test
  void partsOfTwoContentsAreNeverMixed() {
    Letter first = SomeLetter.any(9, 150_000);
    Letter other =
        first.withReason(new Reason(Reason.Kind.INTERNAL, "another", "another with values"));
    List<String> ofFirst = LargeLetter.of(first).parts(LIMIT);
    List<String> ofOther = LargeLetter.of(other).parts(LIMIT);
    assertThat(ofOther).hasSameSizeAs(ofFirst);
    Assembler<String> assembler = new Assembler<>();
    for (int i = 0; i < ofFirst.size(); i++) {
      String body = i % 2 == 0 ? ofFirst.get(i) : ofOther.get(i);
      assembler.add(body, part(body));
    }
    assertThat(assembler.assembled()).isEmpty();
    assertThat(assembler.incomplete()).hasSize(2);
    ofOther.forEach(body -> assembler.add(body, part(body)));
    assertThat(assembler.assembled()).hasSize(1);
    assertSame(assembler.assembled().getFirst().result(), other);
    assertThat(assembler.incomplete()).hasSize(1);
  }

  @Test
  void aPartThatCannotBeIsUnreadable() {
    String part = LargeLetter.of(SomeLetter.any(10, 10)).parts(LIMIT).getFirst();
    assertThat(Message.read(part.replace("\"number\":1", "\"number\":2")))
        .isInstanceOf(Message.Unreadable.class);
    assertThat(Message.read(part.replace("\"content_part\":{", "\"content_part\":[{")))
        .isInstanceOf(Message.Unreadable.class);
  }
}
