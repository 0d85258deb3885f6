package io.usagecollector.core.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id of an event whose mapping sets none: a pure function of where the record lies and which
 * part of it the event is. The billing service tells a repeat by it, so it never changes: another
 * way to compute it takes another {@link #VERSION}.
 *
 * <p>It is SHA-256 over the version and the fields, each text with its length before it, so that no
 * two sets of coordinates give the same input; cut to 160 bits, in hexadecimal digits.
 */
public final class EventId {
  private static final String VERSION = "uc1";
  private static final int BYTES = 20;
  private static final byte[] ID = label("id");

  /** Never fed: a copy costs a fraction of what a provider's search costs each event. */
  private static final MessageDigest SHA_256 = sha256();

  private EventId() {}

  /**
   * The id of a part of a record.
   *
   * @param timestampMillis the record's own time
   * @param ordinal the part's number in the record, from zero, counted before filtering
   */
  public static String of(StreamId stream, Coordinates at, long timestampMillis, int ordinal) {
    byte[] hash = hash(ID, stream, at, timestampMillis, ordinal);
    return VERSION + "_" + HexFormat.of().formatHex(hash, 0, BYTES);
  }

  /**
   * What the chance of a part of a record is drawn from: 32 bytes, the same for the same part and
   * purpose.
   *
   * @param ordinal the part's number in the record, from zero, counted before filtering
   * @param purpose keeps the draws for one purpose apart from those for another
   */
  public static byte[] seed(
      StreamId stream, Coordinates at, long timestampMillis, int ordinal, String purpose) {
    return hash(label("seed:" + purpose), stream, at, timestampMillis, ordinal);
  }

  private static byte[] hash(
      byte[] label, StreamId stream, Coordinates at, long timestampMillis, int ordinal) {
    byte[] name = utf8(stream.value());
    byte[] topic = utf8(at.topic());
    ByteBuffer input = ByteBuffer.allocate(36 + label.length + name.length + topic.length);
    input.putInt(label.length).put(label);
    input.putInt(name.length).put(name);
    input.putInt(topic.length).put(topic);
    input.putInt(at.partition()).putLong(at.offset()).putLong(timestampMillis).putInt(ordinal);
    return fresh().digest(input.array());
  }

  private static byte[] label(String use) {
    return utf8(VERSION + ":" + use);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest fresh() {
    try {
      return (MessageDigest) SHA_256.clone();
    } catch (CloneNotSupportedException e) {
      return sha256();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
