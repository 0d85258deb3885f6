package io.usagecollector.bloblang.formats.compression;

import io.usagecollector.bloblang.value.Str;

/** Packed bytes, read from the front. */
final class Packed {
  static final String CUT_OFF = "unexpected EOF";

  private final byte[] bytes;
  private final int end;
  private final String ended;
  private int at;

  private Packed(byte[] bytes, int at, int end, String ended) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
    this.ended = ended;
  }

  /** The bytes, and what to say of a read beyond them. */
  static Packed of(Str bytes, String ended) {
    int start = bytes.offset();
    return new Packed(bytes.buffer(), start, start + bytes.length(), ended);
  }

  int left() {
    return end - at;
  }

  int peek() throws UnpackException {
    need(1);
    return bytes[at] & 0xff;
  }

  int next() throws UnpackException {
    need(1);
    return bytes[at++] & 0xff;
  }

  /** A number of up to seven bytes, the lowest first. */
  long number(int count) throws UnpackException {
    long number = 0;
    for (int i = 0; i < count; i++) {
      number |= (long) next() << (8 * i);
    }
    return number;
  }

  /** The next bytes on their own, with their own word for their end. */
  Packed part(long length, String partEnded) throws UnpackException {
    int from = at;
    skip(length);
    return new Packed(bytes, from, at, partEnded);
  }

  void skip(long length) throws UnpackException {
    need(length);
    at += (int) length;
  }

  /** The next bytes as they are. */
  void copyTo(byte[] to, int offset, int length) throws UnpackException {
    int from = at;
    skip(length);
    System.arraycopy(bytes, from, to, offset, length);
  }

  /** The checksum of what is left. */
  int checksum() {
    return XxHash32.of(bytes, at, end - at);
  }

  private void need(long length) throws UnpackException {
    if (length > left()) {
      throw new UnpackException(ended);
    }
  }
}
