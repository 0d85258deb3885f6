package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.syntax.Source;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds imported files, relative to the folder of the importing one.
 *
 * @param open the files that are being read, each imported by the one before it
 */
record Importer(ImportSource files, String folder, List<String> open) {
  static Importer of(ImportSource files) {
    return new Importer(files, "", List.of());
  }

  Source read(String path) throws IOException {
    try {
      String full = Path.of(folder).resolve(path).normalize().toString();
      return new Source(full, files.read(full));
    } catch (InvalidPathException e) {
      throw new IOException("no file can have this name", e);
    }
  }

  /** How the file, imported now, comes to import itself; null if it does not. */
  @Nullable String cycle(String file) {
    int first = open.indexOf(file);
    return first < 0
        ? null
        : String.join(" imports ", open.subList(first, open.size())) + " imports " + file;
  }

  /** How many files import each other down to here. */
  int depth() {
    return open.size();
  }

  /** The importer for what a file imports in its turn. */
  Importer from(String file) {
    Path parent = Path.of(file).getParent();
    List<String> now = Stream.concat(open.stream(), Stream.of(file)).toList();
    return new Importer(files, parent == null ? "" : parent.toString(), now);
  }
}
