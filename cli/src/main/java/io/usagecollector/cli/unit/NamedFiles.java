package io.usagecollector.cli.unit;

import io.usagecollector.cli.source.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a test file names, relative to itself. */
record NamedFiles(Path testFile, Problems problems) {
  private static final byte[] NOTHING = {};

  /** A file's bytes; none, and a problem, where it cannot be read. */
  byte[] read(Place at, String name) {
    try {
      return Files.readAllBytes(testFile.resolveSibling(name));
    } catch (IOException e) {
      problems.add(
          at, "the file " + name + " cannot be read (" + e.getClass().getSimpleName() + ")");
      return NOTHING;
    }
  }
}
