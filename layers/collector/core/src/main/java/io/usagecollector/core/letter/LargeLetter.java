package io.usagecollector.core.letter;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A letter whose envelope is longer than a message may be. Its content, the object that an envelope
 * has as {@code "content"}, is gzipped and lies elsewhere, or in several messages:
 *
 * <pre>{@code
 * {"schema":3, "key":"...", ..., "reason":"without values",
 *  "content_claim":{"bucket":"b", "object":"o", "sha256":"...", "bytes":900000}}
 * {"schema":3, "key":"...", ..., "reason":"without values",
 *  "content_part":{"number":1, "of":2, "sha256":"...", "bytes":BYTES}}
 * }</pre>
 *
 * with the fields of an {@link Envelope} before it, so that every message explains itself. The hash
 * is that of the whole content. A text longer than {@link #LONGEST_TEXT} is only begun there, and
 * whole in the content.
 */
public final class LargeLetter {
  /** The most characters of one explaining text. */
  static final int LONGEST_TEXT = 1_024;

  /** More than all that explains takes, each character as {@code \}{@code uXXXX}. */
  private static final int FRAME = 40 * 1024;

  private final Letter letter;
  private final byte[] content;
  private final String sha256;

  private LargeLetter(Letter letter, byte[] content) {
    this.letter = letter;
    this.content = content;
    this.sha256 = hash(content);
  }

  public static LargeLetter of(Letter letter) {
    try {
      byte[] plain = SealedText.of(json -> EnvelopeWriter.longContent(json, letter, LONGEST_TEXT));
      return new LargeLetter(letter, SealedText.gzip(plain));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  /** {@link Letter#key()}. */
  public String key() {
    return letter.key();
  }

  /** What is to be stored elsewhere. Not to be changed. */
  public byte[] content() {
    return content;
  }

  /** The content's hash, in hex: two letters of one key and hash hold the same. */
  public String sha256() {
    return sha256;
  }

  /** The message that says where the content lies. */
  public String claiming(Claim claim) {
    return message(json -> {
      json.writeObjectFieldStart("content_claim");
      json.writeStringField("bucket", claim.bucket());
      json.writeStringField("object", claim.object());
      json.writeStringField("sha256", claim.sha256());
      json.writeNumberField("bytes", claim.bytes());
      json.writeEndObject();
    });
  }

  /**
   * The messages that hold the content together.
   *
   * @param limit the most bytes of one message, at least 64 KiB
   */
  public List<String> parts(int limit) {
    int most = (limit - FRAME) / 4 * 3;
    int count = Math.max(1, Math.ceilDiv(content.length, most));
    List<String> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int end = Math.min(content.length, (i + 1) * most);
      parts.add(part(i + 1, count, Arrays.copyOfRange(content, i * most, end)));
    }
    return parts;
  }

  private String part(int number, int count, byte[] bytes) {
    return message(json -> {
      json.writeObjectFieldStart("content_part");
      json.writeNumberField("number", number);
      json.writeNumberField("of", count);
      json.writeStringField("sha256", sha256);
      json.writeBinaryField("bytes", bytes);
      json.writeEndObject();
    });
  }

  private String message(SealedText.Writing end) {
    byte[] body =
        SealedText.of((JsonGenerator json) -> {
          json.writeStartObject();
          json.writeNumberField("schema", Message.SCHEMA);
          EnvelopeWriter.explanation(json, letter, LONGEST_TEXT);
          end.to(json);
          json.writeEndObject();
        });
    return new String(body, StandardCharsets.US_ASCII);
  }

  /** SHA-256 in hex. */
  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Without what it holds. */
  @Override
  public String toString() {
    return "LargeLetter[" + key() + ", " + content.length + " bytes]";
  }
}
