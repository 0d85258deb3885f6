package io.usagecollector.bloblang.library.body.encoding;

import io.usagecollector.bloblang.value.Str;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The formats around deflate. */
public final class Deflating {
  private Deflating() {}

  /** What stands around the compressed bytes. */
  public enum Format {
    GZIP("gzip: invalid compression level: ", "", "gzip: invalid header", 10),
    ZLIB("zlib: invalid compression level: ", "", "zlib: invalid header", 2),
    FLATE(
        "flate: invalid compression level ",
        ": want value in range [-2, 9]",
        "flate: corrupt input",
        0);

    private final String badLevel;
    private final String badLevelTail;
    private final String corrupt;
    private final int header;

    Format(String badLevel, String badLevelTail, String corrupt, int header) {
      this.badLevel = badLevel;
      this.badLevelTail = badLevelTail;
      this.corrupt = corrupt;
      this.header = header;
    }

    public String badLevel(long level) {
      return badLevel + level + badLevelTail;
    }

    /** How many bytes stand before the compressed ones at least. */
    public int header() {
      return header;
    }

    /** What is wrong with bytes that are not of this format. */
    public String corrupt() {
      return corrupt;
    }
  }

  /** Level -2 uses no matches, Huffman's codes alone, as in Go. */
  public static byte[] deflate(Str bytes, Format format, int level) {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    Deflater deflater = deflater(level, format != Format.ZLIB);
    try (OutputStream out = writer(to, format, deflater)) {
      out.write(bytes.buffer(), bytes.offset(), bytes.length());
    } catch (IOException e) {
      throw new UncheckedIOException("memory is written without errors", e);
    } finally {
      deflater.end();
    }
    return to.toByteArray();
  }

  private static OutputStream writer(OutputStream to, Format format, Deflater deflater)
      throws IOException {
    return switch (format) {
      case GZIP -> new LeveledGzip(to, deflater);
      case ZLIB, FLATE -> new DeflaterOutputStream(to, deflater);
    };
  }

  private static Deflater deflater(int level, boolean bare) {
    Deflater deflater = new Deflater(Math.max(level, -1), bare);
    if (level == -2) {
      deflater.setStrategy(Deflater.HUFFMAN_ONLY);
    }
    return deflater;
  }

  /** The JDK's gzip has no parameter for the level. */
  private static final class LeveledGzip extends GZIPOutputStream {
    LeveledGzip(OutputStream out, Deflater deflater) throws IOException {
      super(out);
      def.end();
      def = deflater;
    }
  }
}
