package io.usagecollector.bloblang.formats.compression;

/** Lengthens runs: after four equal bytes comes how many more there are. Keeps the checksum. */
final class Bzip2Runs {
  private static final int POLYNOMIAL = 0x04C11DB7;
  private static final int[] TABLE = table();
  private static final int RUN = 4;

  private final Unpacked out;
  private int last = -1;
  private int equal;
  private int checksum = -1;

  Bzip2Runs(Unpacked out) {
    this.out = out;
  }

  /** The CRC-32 of bits from the highest, which the JDK lacks. */
  private static int[] table() {
    int[] table = new int[256];
    for (int value = 0; value < table.length; value++) {
      int sum = value << 24;
      for (int bit = 0; bit < 8; bit++) {
        sum = sum << 1 ^ (sum < 0 ? POLYNOMIAL : 0);
      }
      table[value] = sum;
    }
    return table;
  }

  void add(int value) throws UnpackException {
    if (equal == RUN) {
      put(last, value);
      equal = 0;
      last = -1;
    } else {
      equal = value == last ? equal + 1 : 1;
      last = value;
      put(value, 1);
    }
  }

  private void put(int value, int count) throws UnpackException {
    out.fill(value, count);
    for (int i = 0; i < count; i++) {
      checksum = checksum << 8 ^ TABLE[(checksum >>> 24 ^ value) & 0xff];
    }
  }

  int checksum() {
    return ~checksum;
  }
}
