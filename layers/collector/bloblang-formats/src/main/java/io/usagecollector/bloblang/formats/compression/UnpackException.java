package io.usagecollector.bloblang.formats.compression;

import io.usagecollector.bloblang.value.Err;

/** Bytes that are damaged, cut off, of another format, or too many once unpacked. */
final class UnpackException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String valueFree;

  /** The reason, which holds nothing of the bytes. */
  UnpackException(String text) {
    this(text, text);
  }

  private UnpackException(String text, String valueFree) {
    super(text, null, false, false);
    this.valueFree = valueFree;
  }

  static UnpackException checksum(String what, int got, int expected) {
    return new UnpackException("%s: got %x; expected %x".formatted(what, got, expected), what);
  }

  Err toErr() {
    return Err.of(String.valueOf(getMessage()), valueFree);
  }
}
