package io.usagecollector.bloblang;

import java.io.IOException;

/** Where {@code import "path"} and {@code from "path"} find other mapping files. */
@FunctionalInterface
public interface ImportSource {
  /**
   * The text of a mapping file.
   *
   * @param path the path as written, joined to the folder of the importing file
   * @throws IOException if there is no such file; its message becomes part of the compile error
   */
  String read(String path) throws IOException;

  /** Finds nothing. */
  static ImportSource none() {
    return path -> {
      throw new IOException("this environment imports no files");
    };
  }
}
