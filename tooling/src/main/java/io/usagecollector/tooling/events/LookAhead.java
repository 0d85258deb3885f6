package io.usagecollector.tooling.events;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * A stream of which any number of bytes can be looked at before they are taken, and which knows the
 * line it is in. It reads no further than it is asked to look, so that a pipe's first event is
 * handed on before there is a second. Of one thread.
 */
final class LookAhead {
  /** What is longer is no event of any topic, and most likely a file of something else. */
  private static final int MOST_BYTES = 1 << 26;

  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private byte[] bytes = new byte[CHUNK];
  private int start;
  private int end;
  private boolean ended;
  private long line = 1;
  private long column = 1;

  LookAhead(InputStream in) {
    this.in = in;
  }

  /** The line of the next byte, from 1. */
  long line() {
    return line;
  }

  /** Whether there is a byte that need not be waited for, or none any more. */
  boolean isReady() throws IOException {
    return start < end || ended || in.available() > 0;
  }

  /** The byte so many bytes ahead, or -1 where there is none any more. */
  int at(int ahead) throws IOException {
    while (start + ahead >= end) {
      if (!fill()) {
        return -1;
      }
    }
    return bytes[start + ahead] & 0xFF;
  }

  /** Whether these bytes come next; looks no further than to the first that differs. */
  boolean isAt(int ahead, byte... expected) throws IOException {
    for (int i = 0; i < expected.length; i++) {
      if (at(ahead + i) != (expected[i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /** Copies what is there from so many bytes ahead on, at least one byte; -1 after the last. */
  int copy(int ahead, byte[] to, int offset, int length) throws IOException {
    if (at(ahead) < 0) {
      return -1;
    }
    int copied = Math.min(length, end - start - ahead);
    System.arraycopy(bytes, start + ahead, to, offset, copied);
    return copied;
  }

  /** How far ahead the line ends: the place of its line feed, or of the end of everything. */
  int lineEnd(int from) throws IOException {
    int i = from;
    for (int c = at(i); c >= 0 && c != '\n'; c = at(i)) {
      i++;
    }
    return i;
  }

  /** Takes bytes. */
  byte[] take(int count) {
    byte[] taken = Arrays.copyOfRange(bytes, start, start + count);
    skip(count);
    return taken;
  }

  /** Leaves bytes behind, all of which were looked at. */
  void skip(int count) {
    for (int i = start; i < start + count; i++) {
      if (bytes[i] == '\n') {
        line++;
        column = 1;
      } else if (isCharacter(bytes[i])) {
        column++;
      }
    }
    start += count;
  }

  private static boolean isCharacter(byte b) {
    return (b & 0xC0) != 0x80;
  }

  /** A complaint about the place so many bytes ahead. */
  UnreadableEventsException complaint(int ahead, String message) {
    long atLine = line;
    long atColumn = column;
    for (int i = start; i < Math.min(start + ahead, end); i++) {
      atLine += bytes[i] == '\n' ? 1 : 0;
      atColumn = bytes[i] == '\n' ? 1 : atColumn + (isCharacter(bytes[i]) ? 1 : 0);
    }
    return new UnreadableEventsException(atLine, atColumn, message);
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    makeRoom();
    int read = read();
    ended = read < 0;
    end += Math.max(0, read);
    return !ended;
  }

  private int read() throws IOException {
    try {
      return in.read(bytes, end, bytes.length - end);
    } catch (ZipException | EOFException e) {
      throw new UnreadableEventsException("the gzipped data is damaged, or its end is missing");
    }
  }

  private void makeRoom() throws UnreadableEventsException {
    if (end < bytes.length) {
      return;
    }
    if (end - start > MOST_BYTES) {
      throw new UnreadableEventsException(
          line, column, "longer than " + (MOST_BYTES >> 20) + " MiB without an end: no event");
    }
    byte[] room = end - start > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
    System.arraycopy(bytes, start, room, 0, end - start);
    bytes = room;
    end -= start;
    start = 0;
  }
}
