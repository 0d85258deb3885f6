package io.usagecollector.cli.source;

import io.usagecollector.cli.terminal.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mappings and configurations named on the command line. */
public final class InputFile {
  /** Nobody writes a longer mapping or configuration; such a file is something else. */
  private static final int MOST_BYTES = 16 << 20;

  private InputFile() {}

  /** The file's text; read once, so that it may be a pipe. */
  public static String text(Path file) {
    try {
      return read(file);
    } catch (IOException e) {
      throw new UnusableInputException(FileTrouble.of(file, e));
    }
  }

  /**
   * The file's text.
   *
   * @throws IOException if it cannot be read, or is no text
   */
  public static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException(
            "it is longer than " + (MOST_BYTES >> 20) + " MiB, and no mapping or configuration is");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  /** Whether it is a mapping by itself; else it is a configuration. */
  public static boolean isMapping(Path file) {
    return file.toString().endsWith(".blobl");
  }
}
