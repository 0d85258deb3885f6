package io.usagecollector.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The temporary folder of one execution environment, as each has a {@code /tmp} of its own, which
 * outlives its processes: two children that unpack a library to the same file crash each other.
 *
 * @param path the folder, absolute
 */
record ChildFolder(Path path) implements AutoCloseable {
  static ChildFolder create(String functionName) {
    try {
      return new ChildFolder(Files.createTempDirectory(functionName + "-").toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder for " + functionName, e);
    }
  }

  /** The runtime client's native library, unpacked here. */
  Path nativeClient() {
    return NativeClientLibrary.unpack(path);
  }

  /** What cannot be deleted stays: it is the system's temporary folder. */
  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      return;
    }
  }
}
