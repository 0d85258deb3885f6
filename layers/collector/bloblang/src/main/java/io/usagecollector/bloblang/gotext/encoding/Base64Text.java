package io.usagecollector.bloblang.gotext.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.usagecollector.bloblang.gotext.GoException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * Go's {@code encoding/base64} read as a stream: line breaks are passed over, faults have their
 * place.
 */
public final class Base64Text {
  /** With padding. */
  public static final Base64Text STANDARD = new Base64Text(Base64.getEncoder(), "+/", true);

  /** With padding, safe in URLs. */
  public static final Base64Text URL = new Base64Text(Base64.getUrlEncoder(), "-_", true);

  /** Without padding, safe in URLs. */
  public static final Base64Text RAW_URL =
      new Base64Text(Base64.getUrlEncoder().withoutPadding(), "-_", false);

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final Base64.Encoder encoder;
  private final byte[] values = new byte[256];
  private final boolean padded;

  private Base64Text(Base64.Encoder encoder, String last, boolean padded) {
    this.encoder = encoder;
    this.padded = padded;
    Arrays.fill(values, (byte) -1);
    String alphabet = LETTERS + last;
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
  }

  public String encode(byte[] bytes) {
    return encoder.encodeToString(bytes);
  }

  /**
   * The bytes.
   *
   * @throws GoException {@code illegal base64 data at input byte N}, line breaks not counted;
   *     {@code unexpected EOF} where padding is missing
   */
  public byte[] decode(byte[] text) throws GoException {
    byte[] in = withoutLineBreaks(text);
    int whole = in.length / 4 * 4;
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length / 4 * 3 + 3);
    for (int at = 0; at < whole; at += 4) {
      group(in, at, whole, out);
    }
    rest(in, whole, out);
    return out.toByteArray();
  }

  private void group(byte[] in, int start, int end, ByteArrayOutputStream out) throws GoException {
    int bits = 0;
    int count = 0;
    while (count < 4 && value(in, start + count) >= 0) {
      bits = (bits << 6) | value(in, start + count);
      count++;
    }
    if (count < 4) {
      padding(in, start + count, count, end);
    }
    write(out, bits << (6 * (4 - count)), count - 1);
  }

  private int value(byte[] in, int at) {
    return values[in[at] & 0xFF];
  }

  /** What is no letter must be the padding that ends the text. */
  private void padding(byte[] in, int at, int count, int end) throws GoException {
    if (!padded || in[at] != '=' || count < 2) {
      throw illegal(at);
    }
    if (count == 2 && in[at + 1] != '=') {
      throw illegal(at);
    }
    int after = at + 4 - count;
    if (after < end) {
      throw illegal(after);
    }
  }

  /** Up to three characters that end the text; Go counts places in them anew. */
  private void rest(byte[] in, int start, ByteArrayOutputStream out) throws GoException {
    int count = in.length - start;
    if (count > 0 && padded) {
      throw new GoException("unexpected EOF");
    }
    int bits = 0;
    for (int i = 0; i < count; i++) {
      if (value(in, start + i) < 0) {
        throw illegal(i);
      }
      bits = (bits << 6) | value(in, start + i);
    }
    if (count == 1) {
      throw illegal(0);
    }
    write(out, bits << (6 * (4 - count)), count - 1);
  }

  private static void write(ByteArrayOutputStream out, int bits, int count) {
    for (int i = 0; i < count; i++) {
      out.write(bits >> (16 - 8 * i));
    }
  }

  private static byte[] withoutLineBreaks(byte[] text) {
    String all = new String(text, ISO_8859_1);
    boolean plain = all.indexOf('\n') < 0 && all.indexOf('\r') < 0;
    return plain ? text : all.replace("\n", "").replace("\r", "").getBytes(ISO_8859_1);
  }

  private static GoException illegal(int at) {
    return new GoException("illegal base64 data at input byte " + at);
  }
}
