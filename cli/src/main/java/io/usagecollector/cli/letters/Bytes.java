package io.usagecollector.cli.letters;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes of a record as people read them: a document, text, or base64. */
final class Bytes {
  private static final String NONE = "none";

  private Bytes() {}

  /** In a line. */
  static String line(byte @Nullable [] bytes) {
    return bytes == null ? NONE : text(bytes);
  }

  /** In as many lines as a document has members. */
  static String block(byte @Nullable [] bytes) {
    if (bytes == null) {
      return "  " + NONE;
    }
    Value value = Json.readFirst(bytes, true);
    String shown = value instanceof Obj || value instanceof Arr ? Json.pretty(value) : text(bytes);
    return shown.indent(2).stripTrailing();
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      return bytes.length
          + " bytes that are no text, in base64: "
          + Base64.getEncoder().encodeToString(bytes);
    }
  }
}
