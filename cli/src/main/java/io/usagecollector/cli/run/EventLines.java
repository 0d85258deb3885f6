package io.usagecollector.cli.run;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Events, one a line. Bytes are handed on as they are; blank lines are counted and left out. */
final class EventLines {
  /**
   * One event.
   *
   * @param number its line, from 1
   */
  record Line(long number, String text) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private final InputStream in;
  private long number;

  EventLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** The next event, or null after the last. */
  @Nullable Line next() throws IOException {
    for (Line line = read(); line != null; line = read()) {
      if (!line.text.isBlank()) {
        return line;
      }
    }
    return null;
  }

  private @Nullable Line read() throws IOException {
    var bytes = new ByteArrayOutputStream();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      bytes.write(c);
    }
    String text = bytes.toString(StandardCharsets.ISO_8859_1);
    return new Line(++number, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
