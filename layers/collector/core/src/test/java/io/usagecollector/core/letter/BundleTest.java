package io.usagecollector.core.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BundleTest {
  private static final int LIMIT = 1024 * 1024;

  private static List<Letter> opened(Bundle bundle) {
    assertThat(bundle.body()).isASCII();
    assertThat(Message.read(bundle.body())).isInstanceOf(Message.Whole.class);
    return ((Message.Whole) Message.read(bundle.body())).letters();
  }

  /** Packs them, and checks each message on the way. */
  private static List<Letter> carried(List<Letter> letters, int limit) {
    List<Letter> carried = new ArrayList<>();
    for (Bundle bundle : Bundle.pack(letters, limit)) {
      assertThat(bundle.letters().size() == 1 || bundle.body().length() <= limit).isTrue();
      carried.addAll(opened(bundle));
    }
    return carried;
  }

  private static void assertSame(List<Letter> found, List<Letter> expected) {
    assertThat(SomeLetter.all(found).equals(SomeLetter.all(expected))).isTrue();
  }

  @Property(tries = 200)
  void anyLettersComeOutAsTheyWentIn(
      @ForAll @Size(min = 1, max = 20) List<Integer> seeds,
      @ForAll @IntRange(max = 20_000) int size) {
    List<Letter> letters = seeds.stream().map(seed -> SomeLetter.any(seed, size)).toList();
    assertSame(carried(letters, LIMIT), letters);
  }

  @Property(tries = 50)
  void noMessageOfSeveralIsOverTheLimitWhateverTheSizes(@ForAll long seed) {
    Random random = new Random(seed);
    List<Letter> letters = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      letters.add(SomeLetter.any(random.nextInt(), random.nextInt(1 << random.nextInt(1, 16))));
    }
    int limit = 8_192 + random.nextInt(250_000);
    assertSame(carried(letters, limit), letters);
  }

  /** Text of any printable character, of which gzip makes little less, and base64 more again. */
  @Test
  void noMessageIsOverTheLimitThoughItsTextHardlyCompresses() {
    Random random = new Random(11);
    List<Letter> letters = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String text =
          random
              .ints(20_000, ' ', '~' + 1)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      letters.add(
          SomeLetter.any(i, 10).withReason(new Reason(Reason.Kind.INVALID_EVENT, "safe", text)));
    }
    assertSame(carried(letters, LIMIT), letters);
  }

  @Test
  void oneLetterAloneIsItsEnvelope() {
    Letter letter = SomeLetter.any(1, 100);
    assertThat(Bundle.pack(List.of(letter), LIMIT))
        .map(Bundle::body)
        .containsExactly(Envelope.seal(letter).body());
  }

  @Test
  void aRecordOfManyPartsIsInAMessageOnceAndSharedAgainWhenRead() {
    Letter first = SomeLetter.any(1, 200_000);
    SourceRecord record = first.record();
    List<Letter> parts = new ArrayList<>();
    for (int ordinal = 0; ordinal < 100; ordinal++) {
      parts.add(
          new Letter(
              first.origin(),
              record,
              ordinal,
              first.event(),
              first.reason(),
              first.attempts(),
              first.at()));
    }
    List<Bundle> bundles = Bundle.pack(parts.subList(0, 2), LIMIT);
    assertThat(bundles).hasSize(1);
    List<Letter> read = opened(bundles.getFirst());
    assertThat(read.get(1).record()).isSameAs(read.get(0).record());
    Letter small = SomeLetter.any(2, 20);
    List<Letter> mixed =
        List.of(small, first, first.withReason(small.reason()), small.withEvent(first.event()));
    assertThat(Bundle.pack(mixed, LIMIT)).hasSize(1);
    assertSame(carried(mixed, LIMIT), mixed);
    assertSame(carried(parts, LIMIT), parts);
  }

  @Test
  void fiveThousandUsualEventsAreAFewMessages() {
    List<Letter> letters = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      letters.add(SomeLetter.usual(i));
    }
    List<Bundle> bundles = Bundle.pack(letters, LIMIT);
    assertThat(bundles).hasSizeLessThanOrEqualTo(10);
    assertThat(bundles.stream().mapToInt(bundle -> bundle.body().length()).sum())
        .isLessThan(5_000 * 200);
  }

  @Test
  void whatIsNoLetterIsExplainedWithoutQuotingIt() {
    for (String bad :
        List.of(
            "",
            "secret",
            "[]",
            "{}",
            "{\"schema\":4,\"letters\":[]}",
            "{\"schema\":3,\"letters\":[]}",
            "{\"schema\":3,\"letters\":\"secret\"}",
            "{\"schema\":3,\"letters\":[{\"kind\":\"secret\"}]}",
            "{\"schema\":3,\"letters_gzip\":\"c2VjcmV0\"}")) {
      assertThat(Message.read(bad))
          .isInstanceOfSatisfying(
              Message.Unreadable.class,
              unreadable ->
                  assertThat(unreadable.why())
                      .startsWith("not a letter of this program: ")
                      .doesNotContain("secret"));
    }
  }
}
