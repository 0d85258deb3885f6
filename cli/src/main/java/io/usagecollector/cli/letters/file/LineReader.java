package io.usagecollector.cli.letters.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines, and tells where each stands. A last line without its end is none. */
final class LineReader {
  private final InputStream in;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long whole;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** Takes a line and its place. */
  interface Each {
    void line(Line line, byte[] text);
  }

  void each(Each each) throws IOException {
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b != '\n') {
        bytes.write(b);
        continue;
      }
      byte[] text = bytes.toByteArray();
      bytes.reset();
      each.line(new Line(whole, text.length), text);
      whole += text.length + 1;
    }
  }

  /** How many bytes the whole lines have. */
  long whole() {
    return whole;
  }

  /** Whether bytes follow the last whole line. */
  boolean isCut() {
    return bytes.size() > 0;
  }
}
