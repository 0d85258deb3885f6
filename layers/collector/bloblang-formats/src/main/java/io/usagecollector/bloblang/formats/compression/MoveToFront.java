package io.usagecollector.bloblang.formats.compression;

/** A row of bytes from which one is taken by its place, and put at the front. */
final class MoveToFront {
  private final byte[] row;

  MoveToFront(byte[] row) {
    this.row = row;
  }

  static MoveToFront ofFirst(int count) {
    byte[] row = new byte[count];
    for (int i = 0; i < count; i++) {
      row[i] = (byte) i;
    }
    return new MoveToFront(row);
  }

  byte first() {
    return row[0];
  }

  byte take(int place) {
    byte taken = row[place];
    System.arraycopy(row, 0, row, 1, place);
    row[0] = taken;
    return taken;
  }
}
