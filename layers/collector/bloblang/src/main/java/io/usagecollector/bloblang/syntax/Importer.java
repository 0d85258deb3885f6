package io.usagecollector.bloblang.syntax;

import io.usagecollector.bloblang.ImportSource;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds imported files, relative to the folder of the importing one. */
record Importer(ImportSource files, String folder) {
  Source read(String path) throws IOException {
    try {
      String full = resolve(path).toString();
      return new Source(full, files.read(full));
    } catch (InvalidPathException e) {
      throw new IOException("no file can have this name", e);
    }
  }

  /** The importer for what a file imports in its turn. */
  Importer from(String path) {
    Path parent = resolve(path).getParent();
    return new Importer(files, parent == null ? "" : parent.toString());
  }

  private Path resolve(String path) {
    return Path.of(folder).resolve(path).normalize();
  }
}
