package io.usagecollector.local.kafka;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One record's value a line, as raw bytes: nothing is decoded, so that what is not UTF-8 reaches
 * the topic as it is. Lines end with LF or CRLF; an empty line is an empty value.
 */
public final class EventFile {
  private EventFile() {}

  public static Stream<byte[]> read(Path file) {
    try {
      InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      var lines = Spliterators.spliteratorUnknownSize(new Lines(in), 0);
      return StreamSupport.stream(lines, false).onClose(() -> close(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Lines implements Iterator<byte[]> {
    private final InputStream in;
    private byte @Nullable [] next;

    Lines(InputStream in) {
      this.in = in;
      this.next = readLine();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public byte[] next() {
      byte[] line = next;
      if (line == null) {
        throw new NoSuchElementException();
      }
      next = readLine();
      return line;
    }

    private byte @Nullable [] readLine() {
      try {
        var line = new ByteArrayOutputStream(256);
        int b = in.read();
        if (b < 0) {
          return null;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
          line.write(b);
        }
        return withoutCarriageReturn(line.toByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the events", e);
      }
    }

    private static byte[] withoutCarriageReturn(byte[] line) {
      int last = line.length - 1;
      return last >= 0 && line[last] == '\r' ? java.util.Arrays.copyOf(line, last) : line;
    }
  }
}
