package io.usagecollector.bloblang.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Words at a time must come to what the JDK's range methods come to. */
class WordsTest {
  /** Few different bytes, so that runs often begin alike; with and without a word to spare. */
  @Property
  void wordsCompareAsBytesDo(
      @ForAll @Size(max = 20) @ByteRange(min = -1, max = 1) byte[] a,
      @ForAll @Size(max = 20) @ByteRange(min = -1, max = 1) byte[] b,
      @ForAll @IntRange(max = 9) int spare) {
    byte[] roomyA = roomy(a, spare);
    byte[] roomyB = roomy(b, 9 - spare);
    assertThat(Integer.signum(Words.compare(roomyA, 1, a.length, roomyB, 1, b.length)))
        .isEqualTo(Integer.signum(Arrays.compareUnsigned(a, b)));
  }

  @Property
  void wordsAreTheSameWhereBytesAre(
      @ForAll @Size(max = 20) @ByteRange(min = 0, max = 1) byte[] a,
      @ForAll @IntRange(max = 9) int spare,
      @ForAll @IntRange(max = 19) int changed) {
    byte[] b = a.clone();
    if (changed < b.length) {
      b[changed] ^= 0x40;
    }
    assertThat(Words.same(roomy(a, spare), 1, roomy(b, 9 - spare), 1, a.length))
        .isEqualTo(Arrays.equals(a, b));
  }

  @Property
  void theFirstMarkIsTheFirstSpecialByte(@ForAll @Size(8) byte[] word) {
    int first = 0;
    while (first < 8 && word[first] >= ' ' && word[first] != '"' && word[first] != '\\') {
      first++;
    }
    assertThat(Words.place(Words.special(Words.at(word, 0)))).isEqualTo(first);
  }

  /** The bytes from index 1 on, with other bytes around them. */
  private static byte[] roomy(byte[] bytes, int spare) {
    byte[] roomy = new byte[1 + bytes.length + spare];
    Arrays.fill(roomy, (byte) (spare + 2));
    System.arraycopy(bytes, 0, roomy, 1, bytes.length);
    return roomy;
  }
}
