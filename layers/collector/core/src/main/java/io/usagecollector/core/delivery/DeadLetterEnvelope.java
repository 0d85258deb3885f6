package io.usagecollector.core.delivery;

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
 * The form of a dead letter in its queue: one JSON object in ASCII, since a queue refuses some of
 * Unicode.
 *
 * <pre>{@code
 * {"schema":1, "stream":"arn:...", "topic":"t", "partition":0, "offset":7,
 *  "timestamp_ms":1764585000000, "ordinal":0, "at":"2025-12-01T10:30:00Z",
 *  "mapping_version":"...", "kind":"MAPPING_FAULT", "reason":"without values",
 *  "content":{"full_reason":"with values", "key":BYTES, "value":BYTES,
 *             "headers":[{"name":"n", "value":BYTES}],
 *             "event":{"event_id":"...", "timestamp":"...", "external_customer_id":"...",
 *                      "event_name":"...", "json":BYTES}}}
 * }</pre>
 *
 * where BYTES is base64 or null, and {@code event} is there if the service refused one. What is
 * large has {@code "content_gzip"}, the same object gzipped and in base64, in place of {@code
 * "content"}: so the explanation can be read at a glance however large the record is.
 */
public final class DeadLetterEnvelope {
  static final int SCHEMA = 1;

  /** A queue bills by 64 KiB, so what is below is not worth hiding from the eye. */
  private static final int LARGE = 64 * 1024;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private DeadLetterEnvelope() {}

  /** The letter as ASCII text, compressed if it is large. It is never cut, however long. */
  public static String encode(DeadLetter letter) {
    try {
      byte[] content = content(letter);
      return content.length <= LARGE ? plain(letter, content) : packed(letter, content);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  /**
   * The letter that was encoded.
   *
   * @throws IllegalArgumentException if it is no such letter, or of a later schema
   */
  public static DeadLetter decode(String envelope) {
    return new EnvelopeReader().read(envelope);
  }

  private static byte[] content(DeadLetter letter) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      EnvelopeWriter.content(json, letter);
    }
    return bytes.toByteArray();
  }

  private static String plain(DeadLetter letter, byte[] content) throws IOException {
    return envelope(
        letter,
        json -> {
          json.writeFieldName("content");
          json.writeRawValue(new String(content, StandardCharsets.US_ASCII));
        });
  }

  private static String packed(DeadLetter letter, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return envelope(letter, json -> json.writeBinaryField("content_gzip", bytes.toByteArray()));
  }

  private interface Rest {
    void write(JsonGenerator json) throws IOException;
  }

  private static String envelope(DeadLetter letter, Rest rest) throws IOException {
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
