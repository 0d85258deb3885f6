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

/** JSON in ASCII, since a queue refuses some of Unicode; what is large in it is compressed. */
final class SealedText {
  /** A queue bills by 64 KiB, so what is below is not worth hiding from the eye. */
  private static final int LARGE = 64 * 1024;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private SealedText() {}

  /** Writes JSON to memory. */
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  static byte[] of(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** A field that holds this JSON, or {@code NAME_gzip} with the same gzipped and in base64. */
  static void field(JsonGenerator json, String name, byte[] value) throws IOException {
    if (value.length <= LARGE) {
      json.writeFieldName(name);
      json.writeRawValue(new String(value, StandardCharsets.US_ASCII));
    } else {
      json.writeBinaryField(name + "_gzip", gzip(value));
    }
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }
}
