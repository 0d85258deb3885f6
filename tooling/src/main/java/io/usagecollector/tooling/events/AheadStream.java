package io.usagecollector.tooling.events;

import java.io.IOException;
import java.io.InputStream;

/** What lies ahead in a window as a stream of its own; nothing of it is taken. */
final class AheadStream extends InputStream {
  private final LookAhead window;
  private final int end;
  private int next;

  /**
   * @param start how many bytes ahead it begins
   * @param end how many bytes ahead it ends at the latest
   */
  AheadStream(LookAhead window, int start, int end) {
    this.window = window;
    this.next = start;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    return next < end ? window.at(next++) : -1;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (next >= end) {
      return -1;
    }
    int copied = window.copy(next, to, offset, Math.min(length, end - next));
    next += Math.max(0, copied);
    return copied;
  }
}
