package io.usagecollector.bloblang.formats.compression;

/** The symbols of a block: each group of fifty is written in one of up to six codes. */
final class Bzip2Symbols {
  private static final int GROUP = 50;
  private static final int FEWEST_CODES = 2;
  private static final int MOST_CODES = 6;

  private final Bits in;
  private final Bzip2Code[] codes;
  private final byte[] selectors;
  private int read;

  Bzip2Symbols(Bits in, int alphabet) throws UnpackException {
    this.in = in;
    int count = (int) in.read(3);
    Bzip2Reader.check(
        count >= FEWEST_CODES && count <= MOST_CODES, "invalid number of Huffman trees");
    selectors = selectors(in, count);
    codes = new Bzip2Code[count];
    for (int i = 0; i < count; i++) {
      codes[i] = Bzip2Code.read(in, alphabet);
    }
  }

  private static byte[] selectors(Bits in, int codes) throws UnpackException {
    byte[] selectors = new byte[(int) in.read(15)];
    MoveToFront order = MoveToFront.ofFirst(codes);
    for (int i = 0; i < selectors.length; i++) {
      int place = 0;
      while (in.bit()) {
        place++;
        Bzip2Reader.check(place < codes, "tree index too large");
      }
      selectors[i] = order.take(place);
    }
    return selectors;
  }

  int next() throws UnpackException {
    int group = read++ / GROUP;
    Bzip2Reader.check(
        group < selectors.length, "insufficient selector indices for number of decoded symbols");
    return codes[selectors[group]].symbol(in);
  }
}
