package io.usagecollector.bloblang.gotext.encoding;

/** FNV-1, 32 bits. */
public final class Fnv32 {
  private static final int OFFSET = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  private Fnv32() {}

  /** The hash, to be read as unsigned. */
  public static int hash(byte[] bytes) {
    int hash = OFFSET;
    for (byte b : bytes) {
      hash = (hash * PRIME) ^ (b & 0xFF);
    }
    return hash;
  }
}
