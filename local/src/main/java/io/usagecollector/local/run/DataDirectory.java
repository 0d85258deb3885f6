package io.usagecollector.local.run;

import io.usagecollector.local.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a run keeps its things: the user's directory, or one that goes with the run.
 *
 * @param path the directory, absolute
 * @param kept whether it stays
 */
record DataDirectory(Path path, boolean kept) implements AutoCloseable {
  static DataDirectory open(@Nullable Path given) {
    try {
      if (given == null) {
        return new DataDirectory(Files.createTempDirectory("usage-collector-"), false);
      }
      return new DataDirectory(Files.createDirectories(given.toAbsolutePath()), true);
    } catch (IOException e) {
      throw new UsageException("cannot keep data in " + given + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    if (kept) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }
}
