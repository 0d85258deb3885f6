package io.usagecollector.core.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a queue can hold, and what anybody may have written there. */
class MessageTest {
  private static final int LIMIT = 64 * 1024;

  /** A text of each form, none of them small. */
  private static List<String> bodies(int seed) {
    Letter letter = SomeLetter.any(seed, 100);
    LargeLetter large = LargeLetter.of(letter);
    return List.of(
        Envelope.seal(letter).body(),
        Envelope.seal(SomeLetter.any(seed, 60_000)).body(),
        Bundle.pack(List.of(letter, SomeLetter.any(seed + 1, 50)), LIMIT).getFirst().body(),
        large.claiming(new Claim("b", "o", large.sha256(), 9)),
        large.parts(LIMIT).getFirst());
  }

  /** SQS takes no other control characters than tab, line feed and carriage return. */
  @Property(tries = 100)
  void everyTextIsOneThatAQueueTakes(@ForAll int seed) {
    for (String body : bodies(seed)) {
      assertThat(body.chars().allMatch(c -> c >= 0x20 && c < 0x80)).isTrue();
    }
  }

  @Property(tries = 300)
  void aTextThatWasSpoiltIsReadOrExplainedAndNothingIsThrown(@ForAll int seed) {
    Random random = new Random(seed);
    for (String body : bodies(seed)) {
      StringBuilder spoilt = new StringBuilder(body);
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        spoilt.setCharAt(random.nextInt(spoilt.length()), (char) random.nextInt(256));
      }
      String text =
          random.nextBoolean() ? spoilt.toString() : body.substring(0, spoilt.length() / 2);
      Message message = Message.read(text);
      if (message instanceof Message.Unreadable(String why)) {
        assertThat(why).startsWith("not a letter of this program: ").hasSizeLessThan(100);
      }
      if (message instanceof Message.Claimed claimed) {
        assertThat(claimed.open(new byte[] {1, 2, 3})).isInstanceOf(Message.Unreadable.class);
      }
    }
  }

  @Test
  void aDeepTextIsExplained() {
    assertThat(Message.read("{\"a\":" + "[".repeat(1_000_000)))
        .isInstanceOf(Message.Unreadable.class);
  }
}
