package io.usagecollector.core.letter;

/**
 * One part of a content.
 *
 * @param number which, from 1
 * @param of how many there are
 * @param sha256 the hash of the whole content, in hex
 * @param bytes this part of it
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
public record Slice(int number, int of, String sha256, byte[] bytes) {
  public Slice {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("there is no part " + number + " of " + of);
    }
  }
}
