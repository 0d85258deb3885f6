package io.usagecollector.tooling.events;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks what is gzipped, whatever it is called. */
final class Gunzip {
  private Gunzip() {}

  /** The same stream, or what is packed in it. */
  static LookAhead of(InputStream in) throws IOException {
    var plain = new LookAhead(in);
    return plain.isAt(0, (byte) 0x1F, (byte) 0x8B)
        ? new LookAhead(new Packed(plain).unpacked())
        : plain;
  }

  /** Bytes of a window, taken one after the other. */
  private static final class Packed extends InputStream {
    private final LookAhead window;

    Packed(LookAhead window) {
      this.window = window;
    }

    InputStream unpacked() throws IOException {
      try {
        return new GZIPInputStream(this, 1 << 16);
      } catch (EOFException | ZipException e) {
        throw new UnreadableEventsException("begins as gzipped data does, and is none");
      }
    }

    @Override
    public int read() throws IOException {
      int c = window.at(0);
      if (c >= 0) {
        window.skip(1);
      }
      return c;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int copied = window.copy(0, to, offset, length);
      window.skip(Math.max(0, copied));
      return copied;
    }

    /** Of a pipe this must wait: "nothing yet" would be taken for the end of all members. */
    @Override
    public int available() throws IOException {
      return window.at(0) < 0 ? 0 : 1;
    }
  }
}
