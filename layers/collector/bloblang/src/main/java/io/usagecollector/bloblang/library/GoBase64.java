package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.gotext.GoException;
import java.io.ByteArrayOutputStream;

/**
 * Base64 as Go's stream decoder reads it: line breaks are skipped, and errors name the place it
 * stopped at.
 */
final class GoBase64 {
  private final byte[] text;
  private final boolean url;
  private final boolean padded;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private GoBase64(byte[] text, boolean url, boolean padded) {
    this.text = text;
    this.url = url;
    this.padded = padded;
  }

  static byte[] decode(byte[] text, boolean url, boolean padded) throws GoException {
    GoBase64 decoder = new GoBase64(withoutBreaks(text), url, padded);
    int whole = decoder.text.length / 4 * 4;
    decoder.run(0, whole);
    if (whole < decoder.text.length) {
      if (padded) {
        throw new GoException("unexpected EOF");
      }
      decoder.run(whole, decoder.text.length);
    }
    return decoder.out.toByteArray();
  }

  private static byte[] withoutBreaks(byte[] text) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(text.length);
    for (byte b : text) {
      if (b != '\n' && b != '\r') {
        kept.write(b);
      }
    }
    return kept.toByteArray();
  }

  /** Decodes one buffer's worth; offsets in errors count from its start. */
  private void run(int start, int end) throws GoException {
    int at = start;
    while (at < end) {
      int[] digits = new int[4];
      int count = 0;
      while (count < 4) {
        if (at == end) {
          if (count == 1 || padded) {
            throw corrupt(at - count - start);
          }
          break;
        }
        int digit = digit(text[at++]);
        if (digit >= 0) {
          digits[count++] = digit;
          continue;
        }
        at = padding(at, count, start, end);
        write(digits, count);
        if (at < end) {
          throw corrupt(at - start);
        }
        return;
      }
      write(digits, count);
    }
  }

  /** The padding that ends the text, of which the first character was just read. */
  private int padding(int at, int count, int start, int end) throws GoException {
    if (!padded || text[at - 1] != '=' || count < 2) {
      throw corrupt(at - 1 - start);
    }
    if (count == 3) {
      return at;
    }
    if (at == end) {
      throw corrupt(end - start);
    }
    if (text[at] != '=') {
      throw corrupt(at - 1 - start);
    }
    return at + 1;
  }

  private void write(int[] digits, int count) {
    int bits = digits[0] << 18 | digits[1] << 12 | digits[2] << 6 | digits[3];
    for (int i = 0; i < count - 1; i++) {
      out.write(bits >> (16 - 8 * i));
    }
  }

  private static GoException corrupt(int offset) {
    return new GoException("illegal base64 data at input byte " + offset);
  }

  private int digit(int c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == (url ? '-' : '+') ? 62 : c == (url ? '_' : '/') ? 63 : -1;
  }
}
