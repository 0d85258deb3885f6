package io.usagecollector.bloblang.syntax;

import io.usagecollector.bloblang.ImportSource;
import java.io.IOException;

/** Finds imported files, relative to the folder of the importing one. */
record Importer(ImportSource files, String folder) {
  Source read(String path) throws IOException {
    String full = resolve(path);
    return new Source(full, files.read(full));
  }

  /** The importer for what a file imports in its turn. */
  Importer from(String path) {
    String full = resolve(path);
    int slash = full.lastIndexOf('/');
    return slash < 0 ? this : new Importer(files, full.substring(0, slash));
  }

  private String resolve(String path) {
    String joined = path.startsWith("/") || folder.isEmpty() ? path : folder + "/" + path;
    return java.nio.file.Path.of(joined).normalize().toString();
  }
}
