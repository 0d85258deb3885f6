package io.usagecollector.tooling.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How bytes of a record are printed.
 *
 * @param base64 in base64; else as text, and what is JSON may stand as it is
 */
record PrintedBytes(boolean base64) {
  /**
   * The bytes; null where there are none.
   *
   * @throws IllegalArgumentException where they are not printed so; the message is for people
   */
  byte @Nullable [] of(String name, JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isTextual()) {
      return node.toString().getBytes(StandardCharsets.UTF_8);
    }
    return base64 ? decoded(name, node.asText()) : node.asText().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String name, String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("its " + name + " must be base64", e);
    }
  }
}
