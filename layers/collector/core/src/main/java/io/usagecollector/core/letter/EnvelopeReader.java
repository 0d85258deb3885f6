package io.usagecollector.core.letter;

import com.fasterxml.jackson.core.JsonParser;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Reads one envelope. Fields it does not know are passed over. */
final class EnvelopeReader {
  private static final String ONLY_SINK_OF_SCHEMA_1 = "flexprice";

  private final Texts texts = new Texts();
  private final ContentReader content = new ContentReader(texts);

  /** Takes the field whose value the parser stands on. */
  void field(String name, JsonParser json) throws IOException {
    switch (name) {
      case "content" -> content.read(json);
      case "content_gzip" -> content.unpack(json.getBinaryValue());
      default -> texts.put(name, json);
    }
  }

  /**
   * What was read.
   *
   * @param earlier the letters before it in its message
   */
  Letter letter(List<Letter> earlier) throws IOException {
    Coordinates place =
        new Coordinates(
            texts.get("topic"),
            Integer.parseInt(texts.get("partition")),
            Long.parseLong(texts.get("offset")));
    Reason reason =
        new Reason(
            Reason.Kind.valueOf(texts.get("kind")), texts.get("reason"), texts.get("full_reason"));
    Instant at = Instant.parse(texts.get("at"));
    SourceRecord record = content.record(place, Long.parseLong(texts.get("timestamp_ms")), earlier);
    return new Letter(
        new Origin(
            new StreamId(texts.get("stream")),
            texts.get("sink", ONLY_SINK_OF_SCHEMA_1),
            texts.get("mapping_version")),
        record,
        Integer.parseInt(texts.get("ordinal")),
        content.event(),
        reason,
        texts.has("attempts") ? attempts() : Attempts.first(at, false),
        at);
  }

  private Attempts attempts() throws IOException {
    return new Attempts(
        Integer.parseInt(texts.get("attempts")),
        Instant.parse(texts.get("first_failure")),
        Instant.parse(texts.get("not_before")),
        Boolean.parseBoolean(texts.get("ambiguous")));
  }
}
