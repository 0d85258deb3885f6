package io.usagecollector.tooling.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Formats of files that hold no JSON, known by how they begin. */
final class ForeignFormat {
  private static final String UNPACK = ", which is not read here: unpack it first";
  private static final String EXPORT = ": events are JSON, so write its rows as JSON Lines first";

  /** Enough to tell binary data from text. */
  private static final int HEAD = 512;

  /** Within so many bytes a format's begin is followed by some that are no text. */
  private static final int MAGIC_LINE = 32;

  /** Where a tar archive says that it is one. */
  private static final int TAR_MAGIC = 257;

  private record Magic(String hex, String words) {
    byte[] bytes() {
      return HexFormat.of().parseHex(hex);
    }
  }

  private static final List<Magic> KNOWN =
      List.of(
          new Magic("1f8b", "is gzipped twice: unpack it once first"),
          new Magic("28b52ffd", "is compressed with zstd" + UNPACK),
          new Magic("504b0304", "is a ZIP archive" + UNPACK),
          new Magic("504b0506", "is an empty ZIP archive"),
          new Magic("425a68", "is compressed with bzip2" + UNPACK),
          new Magic("fd377a585a00", "is compressed with xz" + UNPACK),
          new Magic("04224d18", "is compressed with lz4" + UNPACK),
          new Magic("ff060000734e61507059", "is compressed with snappy" + UNPACK),
          new Magic("377abcaf271c", "is a 7z archive" + UNPACK),
          new Magic("50415231", "is a Parquet file" + EXPORT),
          new Magic("4f626a01", "is an Avro file" + EXPORT),
          new Magic("4f5243", "is an ORC file" + EXPORT),
          new Magic("4152524f5731", "is an Arrow file" + EXPORT),
          new Magic("53514c69746520666f726d6174203300", "is a SQLite database" + EXPORT),
          new Magic("d0cf11e0a1b11ae1", "is an old Office document" + EXPORT),
          new Magic("fffe", "is UTF-16 text: save it as UTF-8"),
          new Magic("feff", "is UTF-16 text: save it as UTF-8"));

  private ForeignFormat() {}

  /** Refuses what is known to be something else. */
  static void refuse(LookAhead window) throws IOException {
    for (Magic magic : KNOWN) {
      byte[] begin = magic.bytes();
      if (window.isAt(0, begin) && !(isText(window, 0, begin.length) && goesOnAsText(window))) {
        throw new UnreadableEventsException(magic.words);
      }
    }
    refuseBinary(window);
    ForeignText.refuse(window);
  }

  /** A line of text may begin with {@code ORC} or {@code PAR1}; binary data follows in a file. */
  private static boolean goesOnAsText(LookAhead window) throws IOException {
    int end = 0;
    while (end < MAGIC_LINE && window.at(end) >= 0 && window.at(end) != '\n') {
      end++;
    }
    return isText(window, 0, end);
  }

  private static boolean isText(LookAhead window, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      int c = window.at(i);
      if ((c < ' ' && !EventSpace.is(c)) || c > '~') {
        return false;
      }
    }
    return true;
  }

  /** Text has no zero bytes; what has one in its first line is binary. */
  private static void refuseBinary(LookAhead window) throws IOException {
    for (int i = 0; i < HEAD; i++) {
      int c = window.at(i);
      if (c < 0 || c == '\n') {
        return;
      }
      if (c == 0) {
        throw new UnreadableEventsException(binary(window, i));
      }
    }
  }

  private static String binary(LookAhead window, int zero) throws IOException {
    if (zero <= 1) {
      return "is binary, or UTF-16 or UTF-32 text: events are JSON in UTF-8";
    }
    return window.isAt(TAR_MAGIC, "ustar".getBytes(StandardCharsets.US_ASCII))
        ? "is a tar archive" + UNPACK
        : "is binary data: events are JSON in UTF-8";
  }
}
