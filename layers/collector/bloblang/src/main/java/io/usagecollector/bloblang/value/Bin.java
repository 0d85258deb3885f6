package io.usagecollector.bloblang.value;

/** Raw bytes, which print as base64 inside a document and as themselves as a whole payload. */
public final class Bin extends Value {
  /**
   * The bytes of a group that took no part in a match, or of a message that is not there: empty,
   * and null in JSON (a nil slice, in the language's origin).
   */
  public static final Bin NIL = new Bin(new byte[0]);

  private final byte[] bytes;

  private Bin(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes the array over: the caller must not change it. */
  public static Bin of(byte[] bytes) {
    return new Bin(bytes);
  }

  /** The bytes, not copied: the caller must not change them. */
  public byte[] bytes() {
    return bytes;
  }

  /** The same bytes as a string. */
  public Str asStr() {
    return Str.of(bytes);
  }

  @Override
  public Kind kind() {
    return Kind.BYTES;
  }

  @Override
  public String toString() {
    return asStr().toString();
  }
}
