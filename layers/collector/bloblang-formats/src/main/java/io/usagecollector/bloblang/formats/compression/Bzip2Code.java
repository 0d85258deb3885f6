package io.usagecollector.bloblang.formats.compression;

/** A canonical Huffman code: shorter codes come first, and among equals the lower symbol. */
final class Bzip2Code {
  private static final int LONGEST = 20;

  /** How many symbols have codes of each length. */
  private final int[] counts = new int[LONGEST + 1];

  /** The symbols in the order of their codes. */
  private final int[] symbols;

  private Bzip2Code(int[] lengths) {
    symbols = new int[lengths.length];
    int[] places = new int[LONGEST + 2];
    for (int length : lengths) {
      counts[length]++;
      places[length + 1]++;
    }
    for (int length = 1; length <= LONGEST; length++) {
      places[length + 1] += places[length];
    }
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      symbols[places[lengths[symbol]]++] = symbol;
    }
  }

  /** Reads the lengths of so many codes, each as the difference to the one before. */
  static Bzip2Code read(Bits in, int count) throws UnpackException {
    int[] lengths = new int[count];
    int length = (int) in.read(5);
    for (int symbol = 0; symbol < count; symbol++) {
      check(length);
      while (in.bit()) {
        length += in.bit() ? -1 : 1;
        check(length);
      }
      lengths[symbol] = length;
    }
    return new Bzip2Code(lengths);
  }

  private static void check(int length) throws UnpackException {
    if (length < 1 || length > LONGEST) {
      throw Bzip2Reader.damaged("Huffman length out of range");
    }
  }

  int symbol(Bits in) throws UnpackException {
    int code = 0;
    int first = 0;
    int place = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code = code << 1 | (int) in.read(1);
      first <<= 1;
      if (code - first < counts[length]) {
        return symbols[place + code - first];
      }
      first += counts[length];
      place += counts[length];
    }
    throw Bzip2Reader.damaged("no such Huffman code");
  }
}
