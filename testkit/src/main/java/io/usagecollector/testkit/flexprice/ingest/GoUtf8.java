package io.usagecollector.testkit.flexprice.ingest;

import java.io.ByteArrayOutputStream;

/**
 * UTF-8 as Go's JSON decoder takes it: each byte that starts no valid sequence becomes one U+FFFD.
 * (Java replaces a whole broken sequence by one.)
 */
final class GoUtf8 {
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private GoUtf8() {}

  /** {@code bytes} itself when it is valid. */
  static byte[] repair(byte[] bytes) {
    int broken = firstBroken(bytes, 0);
    if (broken < 0) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 16);
    int from = 0;
    while (broken >= 0) {
      out.write(bytes, from, broken - from);
      out.write(REPLACEMENT, 0, REPLACEMENT.length);
      from = broken + 1;
      broken = firstBroken(bytes, from);
    }
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }

  private static int firstBroken(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length) {
      int length = bytes[at] >= 0 ? 1 : sequenceLength(bytes, at);
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return -1;
  }

  /** The length of the valid sequence of several bytes at {@code at}, or 0. */
  private static int sequenceLength(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    if (second < lowestSecond(lead) || second > highestSecond(lead)) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  private static int lowestSecond(int lead) {
    return lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  }

  private static int highestSecond(int lead) {
    return lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  }
}
