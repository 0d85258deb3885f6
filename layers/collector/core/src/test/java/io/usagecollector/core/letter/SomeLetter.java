package io.usagecollector.core.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Letters for tests, each a pure function of a seed. */
final class SomeLetter {
  static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

  private SomeLetter() {}

  /** One whose record holds about so many bytes that nothing compresses. */
  static Letter any(int seed, int bytes) {
    Random random = new Random(seed);
    byte[] value = bytes(random, bytes);
    String text = new String(bytes(random, random.nextInt(30)), UTF_8);
    boolean withEvent = random.nextBoolean();
    SourceRecord record =
        new SourceRecord(
            new Coordinates("t" + text, random.nextInt(9), random.nextInt(1 << 20)),
            random.nextLong(1L << 40),
            random.nextBoolean() ? null : bytes(random, 9),
            random.nextInt(9) == 0 ? null : value,
            List.of(new RecordHeader(text, null), new RecordHeader("h", bytes(random, 5))));
    OptionalInt parts = random.nextBoolean() ? OptionalInt.of(5) : OptionalInt.empty();
    return new Letter(
        new Origin(new StreamId("s" + text), "flexprice", text),
        record,
        random.nextInt(5),
        parts,
        withEvent ? Optional.of(event(text, bytes(random, bytes / 4))) : Optional.empty(),
        new Reason(Reason.Kind.NOT_DELIVERED, text, text + text),
        new Attempts(
            1 + random.nextInt(9),
            AT.minusSeconds(random.nextInt(90)),
            AT.minusSeconds(random.nextInt(90)),
            AT.plusSeconds(random.nextInt(90)),
            random.nextBoolean()),
        AT);
  }

  /** One of a call that was measured, as it is sent every day. */
  static Letter usual(int number) {
    Random random = new Random(number);
    String id = "call-%08x-%08x".formatted(random.nextInt(), random.nextInt());
    String json =
        "{\"event_id\":\"%s\",\"customer\":\"cust_%04d\",\"started_at\":\"2026-01-02T03:%02d:%02d.%03dZ\",\"duration_ms\":%d,\"model\":\"large\",\"region\":\"eu-central-1\",\"tokens_in\":%d,\"tokens_out\":%d}"
            .formatted(
                id,
                random.nextInt(500),
                random.nextInt(60),
                random.nextInt(60),
                random.nextInt(1_000),
                random.nextInt(90_000),
                random.nextInt(9_000),
                random.nextInt(9_000));
    SourceRecord record =
        new SourceRecord(
            new Coordinates("usage", number % 12, number),
            number,
            null,
            json.getBytes(UTF_8),
            List.of());
    return new Letter(
        new Origin(
            new StreamId("arn:aws:kafka:eu-central-1:000000000000:cluster/usage/1-2-3"),
            "flexprice",
            "5f0c"),
        record,
        0,
        Optional.of(event(id, json.getBytes(UTF_8))),
        Reason.of(Reason.Kind.NOT_DELIVERED, "503: Service Unavailable"),
        Attempts.first(AT, true),
        AT);
  }

  /** All that a letter holds, so that equal lists are equal letters: arrays know no equality. */
  static List<Object> all(Letter letter) {
    SourceRecord record = letter.record();
    List<Object> all = new ArrayList<>();
    all.addAll(List.of(letter.origin(), record.at(), record.timestampMillis(), letter.ordinal()));
    all.add(letter.parts());
    all.addAll(
        List.of(letter.reason(), letter.reason().fullText(), letter.attempts(), letter.at()));
    all.addAll(List.of(hex(record.key()), hex(record.value())));
    record.headers().forEach(header -> all.addAll(List.of(header.name(), hex(header.value()))));
    letter
        .event()
        .ifPresent(event ->
            all.addAll(
                List.of(
                    event.eventId(),
                    event.timestamp(),
                    event.externalCustomerId(),
                    event.eventName(),
                    hex(event.json()))));
    return all;
  }

  static List<List<Object>> all(List<Letter> letters) {
    return letters.stream().map(SomeLetter::all).toList();
  }

  private static String hex(byte @Nullable [] bytes) {
    return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
  }

  private static UsageEvent event(String id, byte[] json) {
    return new UsageEvent(id, "2026-01-02T03:04:05Z", "customer", "name", json);
  }

  private static byte[] bytes(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }
}
