package io.usagecollector.core.letter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

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
 * knew neither key, billing service nor attempts.
 *
 * @param key {@link Letter#key()}
 * @param body the text, of one byte a character
 */
public record Envelope(String key, String body) {
  static final int SCHEMA = 2;

  /** A queue bills by 64 KiB, so what is below is not worth hiding from the eye. */
  private static final int LARGE = 64 * 1024;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  /** The letter as text, compressed if it is large. It is never cut, however long. */
  public static Envelope seal(Letter letter) {
    try {
      byte[] content = content(letter);
      String body = content.length <= LARGE ? plain(letter, content) : packed(letter, content);
      return new Envelope(letter.key(), body);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  /**
   * The letter that was sealed.
   *
   * @throws IllegalArgumentException if it is no such letter, or of a later schema
   */
  public static Letter open(String body) {
    return new EnvelopeReader().read(body);
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

  private static byte[] content(Letter letter) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      EnvelopeWriter.content(json, letter);
    }
    return bytes.toByteArray();
  }

  private static String plain(Letter letter, byte[] content) throws IOException {
    return envelope(
        letter,
        json -> {
          json.writeFieldName("content");
          json.writeRawValue(new String(content, StandardCharsets.US_ASCII));
        });
  }

  private static String packed(Letter letter, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return envelope(letter, json -> json.writeBinaryField("content_gzip", bytes.toByteArray()));
  }

  private interface Rest {
    void write(JsonGenerator json) throws IOException;
  }

  private static String envelope(Letter letter, Rest rest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      EnvelopeWriter.explanation(json, letter);
      rest.write(json);
      json.writeEndObject();
    }
    return bytes.toString(StandardCharsets.US_ASCII);
  }
}
