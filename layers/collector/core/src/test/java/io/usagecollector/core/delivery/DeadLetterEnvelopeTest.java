package io.usagecollector.core.delivery;

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
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DeadLetterEnvelopeTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

  @Test
  void anEnvelopeIsOneObjectThatExplainsItself() {
    DeadLetter letter =
        letter("secret".getBytes(UTF_8), List.of(new RecordHeader("h", null)), Optional.empty());
    assertThat(DeadLetterEnvelope.encode(letter))
        .isEqualTo(
            "{\"schema\":1,\"stream\":\"arn:s\",\"topic\":\"t\",\"partition\":2,\"offset\":7,"
                + "\"timestamp_ms\":1000,\"ordinal\":3,\"at\":\"2026-01-02T03:04:05.678Z\","
                + "\"mapping_version\":\"v1\",\"kind\":\"MAPPING_FAULT\",\"reason\":\"safe\","
                + "\"content\":{\"full_reason\":\"full\",\"key\":null,\"value\":\"c2VjcmV0\","
                + "\"headers\":[{\"name\":\"h\",\"value\":null}]}}");
  }

  @Test
  void aLargeLetterIsCompressedAndStillExplainsItself() {
    byte[] value = new byte[4_500_000];
    Arrays.fill(value, (byte) 'x');
    DeadLetter letter = letter(value, List.of(), Optional.of(World.event("e")));
    String envelope = DeadLetterEnvelope.encode(letter);
    assertThat(envelope).hasSizeLessThan(100_000).contains("\"reason\":\"safe\",\"content_gzip\":");
    assertSame(DeadLetterEnvelope.decode(envelope), letter);
  }

  @Property
  void decodingGivesTheLetterThatWasEncoded(
      @ForAll String text,
      @ForAll @NotEmpty String topic,
      @ForAll @LongRange(min = 0) long offset,
      @ForAll byte[] value,
      @ForAll @Size(max = 4) List<String> names,
      @ForAll boolean withEvent) {
    List<RecordHeader> headers =
        names.stream().map(name -> new RecordHeader(name, name.getBytes(UTF_8))).toList();
    DeadLetter letter =
        new DeadLetter(
            new Origin(new StreamId("s" + text), text),
            new SourceRecord(new Coordinates(topic, 1, offset), offset, value, null, headers),
            0,
            new Reason(Reason.Kind.REFUSED_BY_SERVICE, text, text + text),
            withEvent
                ? Optional.of(new UsageEvent(text, text, text, text, value))
                : Optional.empty(),
            AT);
    String envelope = DeadLetterEnvelope.encode(letter);
    assertThat(envelope).isASCII();
    assertSame(DeadLetterEnvelope.decode(envelope), letter);
  }

  @Test
  void whatIsNoEnvelopeIsRefusedWithoutQuotingIt() {
    for (String bad :
        List.of("", "secret", "[]", "{}", "{\"schema\":2}", "{\"schema\":1,\"content\":")) {
      assertThatThrownBy(() -> DeadLetterEnvelope.decode(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("not a dead letter of this program")
          .hasMessageNotContaining("secret");
    }
  }

  private static DeadLetter letter(
      byte[] value, List<RecordHeader> headers, Optional<UsageEvent> event) {
    return new DeadLetter(
        new Origin(new StreamId("arn:s"), "v1"),
        new SourceRecord(new Coordinates("t", 2, 7), 1_000, null, value, headers),
        3,
        new Reason(Reason.Kind.MAPPING_FAULT, "safe", "full"),
        event,
        AT);
  }

  private static void assertSame(DeadLetter found, DeadLetter expected) {
    assertThat(found).usingRecursiveComparison().isEqualTo(expected);
  }
}
