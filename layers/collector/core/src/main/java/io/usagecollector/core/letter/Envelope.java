package io.usagecollector.core.letter;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A letter as its queue holds it: one JSON object in ASCII, since a queue refuses some of Unicode.
 *
 * <pre>{@code
 * {"schema":2, "key":"...", "stream":"arn:...", "sink":"flexprice",
 *  "topic":"t", "partition":0, "offset":7, "timestamp_ms":1764585000000, "ordinal":0,
 *  "at":"2025-12-01T10:30:00Z", "mapping_version":"...", "attempts":1,
 *  "first_failure":"2025-12-01T10:30:00Z", "not_before":"2025-12-01T10:30:00Z",
 *  "ambiguous":false, "kind":"MAPPING_FAULT", "reason":"without values",
 *  "content":{"full_reason":"with values", "key":BYTES, "value":BYTES,
 *             "headers":[{"name":"n", "value":BYTES}],
 *             "event":{"event_id":"...", "timestamp":"...", "external_customer_id":"...",
 *                      "event_name":"...", "json":BYTES}}}
 * }</pre>
 *
 * where BYTES is base64 or null, and {@code event} is there if an event was made. What is large has
 * {@code "content_gzip"}, the same object gzipped and in base64, in place of {@code "content"}: so
 * the explanation can be read at a glance however large the record is. Schema 1 is read as well: it
 * knew neither key, billing service nor attempts. A part of a record that was taken apart has
 * {@code "parts"}, and one that a person has sent on {@code "since"}.
 *
 * @param key {@link Letter#key()}
 * @param body the text, of one byte a character
 */
public record Envelope(String key, String body) {
  static final int SCHEMA = 2;

  /** The letter as text, compressed if it is large. It is never cut, however long. */
  public static Envelope seal(Letter letter) {
    byte[] content = SealedText.of(json -> EnvelopeWriter.content(json, letter));
    byte[] body =
        SealedText.of(json -> {
          json.writeStartObject();
          json.writeNumberField("schema", SCHEMA);
          EnvelopeWriter.explanation(json, letter, Integer.MAX_VALUE);
          SealedText.field(json, "content", content);
          json.writeEndObject();
        });
    return new Envelope(letter.key(), new String(body, StandardCharsets.US_ASCII));
  }

  /**
   * The letter that was sealed.
   *
   * @throws IllegalArgumentException if it is no such letter, or of a later schema
   */
  public static Letter open(String body) {
    return switch (Message.read(body)) {
      case Message.Whole(List<Letter> letters) -> letters.getFirst();
      case Message.Claimed _, Message.Part _ ->
          throw new IllegalArgumentException("the letter's content is not all in this message");
      case Message.Unreadable(String why) -> throw new IllegalArgumentException(why);
    };
  }

  /** How many bytes a queue counts for it. */
  public int size() {
    return body.length();
  }

  /** Without the letter, which holds an event. */
  @Override
  public String toString() {
    return "Envelope[" + key + ", " + size() + " bytes]";
  }
}
