package io.usagecollector.bloblang.formats.compression;

import java.util.Arrays;

/**
 * A block of bzip2. It was made by runs of equal bytes shortened, the Burrows-Wheeler transform,
 * moving to the front, runs of zeros shortened, and Huffman's codes; here it goes the other way.
 */
final class Bzip2Block {
  private static final int FIRST = 1 << 10;
  private static final int BYTE_VALUES = 256;

  /** Beyond this a run of zeros is longer than any block. */
  private static final int MOST_ZEROS = 2 << 20;

  private final Bits in;
  private final int mostBytes;
  private final int origin;
  private byte[] bytes = new byte[FIRST];
  private int length;

  Bzip2Block(Bits in, int mostBytes) throws UnpackException {
    this.in = in;
    this.mostBytes = mostBytes;
    Bzip2Reader.check(!in.bit(), "deprecated randomized files");
    this.origin = (int) in.read(24);
  }

  /** Adds the block's bytes, and answers their checksum. */
  int unpack(Unpacked out) throws UnpackException {
    readTransformed();
    Bzip2Reader.check(origin < length, "origPtr out of bounds");
    // Codes are read bit by bit, and the links lead all over the memory: a step each.
    out.pay(length);
    Bzip2Runs runs = new Bzip2Runs(out);
    int[] links = links();
    int at = links[origin] >>> 8;
    for (int i = 0; i < length; i++) {
      runs.add(links[at] & 0xff);
      at = links[at] >>> 8;
    }
    return runs.checksum();
  }

  private void readTransformed() throws UnpackException {
    byte[] used = used();
    MoveToFront order = new MoveToFront(used);
    Bzip2Symbols symbols = new Bzip2Symbols(in, used.length + 2);
    int end = used.length + 1;
    int symbol = symbols.next();
    while (symbol != end) {
      if (symbol <= 1) {
        symbol = zeros(symbol, symbols, order);
      } else {
        add(order.take(symbol - 1), 1);
        symbol = symbols.next();
      }
    }
  }

  /** A run of the front byte, its length in digits 1 and 2; answers the symbol after it. */
  private int zeros(int first, Bzip2Symbols symbols, MoveToFront order) throws UnpackException {
    int symbol = first;
    int run = 0;
    for (int power = 1; symbol <= 1; power <<= 1) {
      run += power << symbol;
      Bzip2Reader.check(run < MOST_ZEROS, "repeat count too large");
      symbol = symbols.next();
    }
    add(order.first(), run);
    return symbol;
  }

  private void add(byte value, int count) throws UnpackException {
    Bzip2Reader.check(count <= mostBytes - length, "data exceeds block size");
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(mostBytes, Math.max(length + count, 2 * bytes.length)));
    }
    Arrays.fill(bytes, length, length + count, value);
    length += count;
  }

  /** The values that occur: 16 bits say which sixteens have any, 16 bits more which of each. */
  private byte[] used() throws UnpackException {
    int sixteens = (int) in.read(16);
    byte[] used = new byte[BYTE_VALUES];
    int count = 0;
    for (int sixteen = 0; sixteen < 16; sixteen++) {
      int which = (sixteens << sixteen & 0x8000) == 0 ? 0 : (int) in.read(16);
      for (int i = 0; i < 16; i++) {
        if ((which << i & 0x8000) != 0) {
          used[count++] = (byte) (sixteen << 4 | i);
        }
      }
    }
    Bzip2Reader.check(count > 0, "no symbols in input");
    return Arrays.copyOf(used, count);
  }

  /** For each place the byte there, and above it the place of what follows it. */
  private int[] links() {
    int[] next = new int[BYTE_VALUES + 1];
    int[] links = new int[length];
    for (int i = 0; i < length; i++) {
      links[i] = bytes[i] & 0xff;
      next[links[i] + 1]++;
    }
    for (int value = 1; value < BYTE_VALUES; value++) {
      next[value] += next[value - 1];
    }
    for (int i = 0; i < length; i++) {
      links[next[bytes[i] & 0xff]++] |= i << 8;
    }
    return links;
  }
}
