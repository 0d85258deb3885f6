package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.value.Utf8Buffer;
import java.nio.charset.StandardCharsets;

/** Ascii85 as Go's encoding/ascii85 has it, and ZeroMQ's Z85: four bytes in five characters. */
final class Base85 {
  private static final String Z85 =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

  private Base85() {}

  static byte[] encodeAscii85(byte[] bytes) {
    Utf8Buffer out = new Utf8Buffer(bytes.length * 5 / 4 + 8);
    for (int i = 0; i < bytes.length; i += 4) {
      int count = Math.min(4, bytes.length - i);
      long word = word(bytes, i, count);
      if (word == 0 && count == 4) {
        out.put('z');
      } else {
        digits(word, count + 1, out, null);
      }
    }
    return out.toByteArray();
  }

  static byte[] encodeZ85(byte[] bytes) throws GoException {
    if (bytes.length % 4 != 0) {
      throw new GoException("z85: wrongly aligned input data");
    }
    Utf8Buffer out = new Utf8Buffer(bytes.length * 5 / 4 + 8);
    for (int i = 0; i < bytes.length; i += 4) {
      digits(word(bytes, i, 4), 5, out, Z85);
    }
    return out.toByteArray();
  }

  private static long word(byte[] bytes, int at, int count) {
    long word = 0;
    for (int i = 0; i < 4; i++) {
      word = word << 8 | (i < count ? bytes[at + i] & 0xFF : 0);
    }
    return word;
  }

  private static void digits(
      long word, int count, Utf8Buffer out, @org.jspecify.annotations.Nullable String alphabet) {
    long divisor = 52_200_625;
    for (int i = 0; i < count; i++) {
      int digit = (int) (word / divisor % 85);
      out.put(alphabet == null ? digit + '!' : alphabet.charAt(digit));
      divisor /= 85;
    }
  }

  static byte[] decodeZ85(byte[] text) throws GoException {
    if (text.length % 5 != 0) {
      throw new GoException("z85: wrongly aligned input data");
    }
    Utf8Buffer out = new Utf8Buffer(text.length);
    for (int i = 0; i < text.length; i += 5) {
      long word = 0;
      for (int j = i; j < i + 5; j++) {
        int digit = Z85.indexOf(text[j]);
        if (digit < 0 || text[j] < 0) {
          throw new GoException(
              "z85: invalid byte: "
                  + io.usagecollector.bloblang.gotext.Quote.quoteRune(text[j] & 0xFF, false));
        }
        word = word * 85 + digit;
      }
      if (word > 0xFFFF_FFFFL) {
        throw new GoException(
            "z85: " + new String(text, i, 5, StandardCharsets.ISO_8859_1) + " is too large");
      }
      bytes(word, 4, out);
    }
    return out.toByteArray();
  }

  private static void bytes(long word, int count, Utf8Buffer out) {
    for (int i = 0; i < count; i++) {
      out.put((int) (word >> (24 - 8 * i)));
    }
  }

  static byte[] decodeAscii85(byte[] text) throws GoException {
    Utf8Buffer out = new Utf8Buffer(text.length);
    long word = 0;
    int count = 0;
    for (int i = 0; i < text.length; i++) {
      int c = text[i];
      if (c >= 0 && c <= ' ') {
        continue;
      }
      if (c == 'z' && count == 0) {
        bytes(0, 4, out);
      } else if (c >= '!' && c <= 'u') {
        word = word * 85 + (c - '!');
        count++;
      } else {
        throw new GoException("illegal ascii85 data at input byte " + i);
      }
      if (count == 5) {
        bytes(word, 4, out);
        word = 0;
        count = 0;
      }
    }
    rest(word, count, text.length, out);
    return out.toByteArray();
  }

  private static void rest(long word, int count, int length, Utf8Buffer out) throws GoException {
    if (count == 1) {
      throw new GoException("illegal ascii85 data at input byte " + length);
    }
    if (count > 1) {
      long filled = word;
      for (int i = count; i < 5; i++) {
        filled = filled * 85 + 84;
      }
      bytes(filled, count - 1, out);
    }
  }
}
