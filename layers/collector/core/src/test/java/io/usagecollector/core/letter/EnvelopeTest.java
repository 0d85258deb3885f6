package io.usagecollector.core.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

  @Test
  void anEnvelopeIsOneObjectThatExplainsItself() {
    Letter letter =
        letter("secret".getBytes(UTF_8), List.of(new RecordHeader("h", null)), Optional.empty());
    assertThat(Envelope.seal(letter).body())
        .isEqualTo(
            "{\"schema\":2,\"key\":\""
                + letter.key()
                + "\",\"stream\":\"arn:s\",\"sink\":\"flexprice\",\"topic\":\"t\",\"partition\":2,\"offset\":7,"
                + "\"timestamp_ms\":1000,\"ordinal\":3,\"at\":\"2026-01-02T03:04:05.678Z\","
                + "\"mapping_version\":\"v1\",\"attempts\":1,"
                + "\"first_failure\":\"2026-01-02T03:04:05.678Z\","
                + "\"not_before\":\"2026-01-02T03:04:05.678Z\",\"ambiguous\":false,\"kind\":\"MAPPING_FAULT\",\"reason\":\"safe\","
                + "\"content\":{\"full_reason\":\"full\",\"key\":null,\"value\":\"c2VjcmV0\","
                + "\"headers\":[{\"name\":\"h\",\"value\":null}]}}");
  }

  @Test
  void aLargeLetterIsCompressedAndStillExplainsItself() {
    byte[] value = new byte[4_500_000];
    Arrays.fill(value, (byte) 'x');
    Letter letter =
        letter(
            value,
            List.of(),
            Optional.of(new UsageEvent("e", "t", "c", "n", new byte[] {123, 125})));
    String envelope = Envelope.seal(letter).body();
    assertThat(envelope).hasSizeLessThan(100_000).contains("\"reason\":\"safe\",\"content_gzip\":");
    assertSame(Envelope.open(envelope), letter);
  }

  @Property
  void decodingGivesTheLetterThatWasEncoded(
      @ForAll String text,
      @ForAll @NotEmpty String topic,
      @ForAll @LongRange(min = 0) long offset,
      @ForAll byte[] value,
      @ForAll @Size(max = 4) List<String> names,
      @ForAll @IntRange(min = 1) int attempts,
      @ForAll boolean withEvent) {
    List<RecordHeader> headers =
        names.stream().map(name -> new RecordHeader(name, name.getBytes(UTF_8))).toList();
    Letter letter =
        new Letter(
            new Origin(new StreamId("s" + text), text, text),
            new SourceRecord(new Coordinates(topic, 1, offset), offset, value, null, headers),
            0,
            withEvent
                ? Optional.of(new UsageEvent(text, text, text, text, value))
                : Optional.empty(),
            new Reason(Reason.Kind.REFUSED_BY_SERVICE, text, text + text),
            new Attempts(attempts, AT.minusSeconds(attempts), AT.plusSeconds(attempts), withEvent),
            AT);
    String envelope = Envelope.seal(letter).body();
    assertThat(envelope).isASCII();
    assertSame(Envelope.open(envelope), letter);
  }

  @Test
  void aLetterOfTheFirstSchemaIsRead() {
    String old =
        "{\"schema\":1,\"stream\":\"arn:s\",\"topic\":\"t\",\"partition\":2,\"offset\":7,"
            + "\"timestamp_ms\":1000,\"ordinal\":3,\"at\":\"2026-01-02T03:04:05.678Z\","
            + "\"mapping_version\":\"v1\",\"kind\":\"MAPPING_FAULT\",\"reason\":\"safe\","
            + "\"content\":{\"full_reason\":\"full\",\"key\":null,\"value\":\"c2VjcmV0\","
            + "\"headers\":[{\"name\":\"h\",\"value\":null}]}}";
    Letter letter =
        letter("secret".getBytes(UTF_8), List.of(new RecordHeader("h", null)), Optional.empty());
    assertSame(Envelope.open(old), letter);
    assertThat(Envelope.open(old).key()).isEqualTo(letter.key());
  }

  @Test
  void aRepeatOfALetterHasItsKeyAndNoOtherLetterHas() {
    Letter letter = letter(new byte[] {1}, List.of(), Optional.empty());
    Letter repeat =
        new Letter(
            new Origin(letter.origin().stream(), "flexprice", "v2"),
            letter.record(),
            letter.ordinal(),
            Optional.empty(),
            new Reason(Reason.Kind.INVALID_EVENT, "other", "other"),
            letter.attempts().again(AT.plusSeconds(9), true),
            AT.plusSeconds(1));
    Letter otherPart =
        new Letter(
            letter.origin(),
            letter.record(),
            4,
            Optional.empty(),
            letter.reason(),
            letter.attempts(),
            AT);
    Letter otherSink =
        new Letter(
            new Origin(letter.origin().stream(), "openmeter", "v1"),
            letter.record(),
            3,
            Optional.empty(),
            letter.reason(),
            letter.attempts(),
            AT);
    assertThat(repeat.key()).isEqualTo(letter.key()).hasSize(40);
    assertThat(List.of(otherPart.key(), otherSink.key())).doesNotContain(letter.key());
  }

  @Test
  void whatIsNoEnvelopeIsRefusedWithoutQuotingIt() {
    for (String bad :
        List.of("", "secret", "[]", "{}", "{\"schema\":4}", "{\"schema\":1,\"content\":")) {
      assertThatThrownBy(() -> Envelope.open(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("not a letter of this program")
          .hasMessageNotContaining("secret");
    }
  }

  private static Letter letter(
      byte[] value, List<RecordHeader> headers, Optional<UsageEvent> event) {
    return new Letter(
        new Origin(new StreamId("arn:s"), "flexprice", "v1"),
        new SourceRecord(new Coordinates("t", 2, 7), 1_000, null, value, headers),
        3,
        event,
        new Reason(Reason.Kind.MAPPING_FAULT, "safe", "full"),
        Attempts.first(AT, false),
        AT);
  }

  private static void assertSame(Letter found, Letter expected) {
    assertThat(SomeLetter.all(found)).isEqualTo(SomeLetter.all(expected));
  }
}
