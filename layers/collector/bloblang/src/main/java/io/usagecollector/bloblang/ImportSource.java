package io.usagecollector.bloblang;

import java.io.IOException;

/**
 * Where {@code import "path"} and {@code from "path"} find other mapping files.
 *
 * {@snippet :
 * ImportSource files = path -> {
 *   if (!path.equals("names.blobl")) {
 *     throw new FileNotFoundException("there is no file " + path);
 *   }
 *   return "map shout { root = this.uppercase() }";
 * };
 * Mapping mapping = Bloblang.standard()
 *     .withImports(files)
 *     .compile("import \"names.blobl\"\nroot.name = this.name.apply(\"shout\")");
 * if (mapping.apply(Message.of("{\"name\":\"Ada\"}"), Host.system()) instanceof Result.Mapped(Message mapped)) {
 *   System.out.println(new String(mapped.content(), UTF_8)); // {"name":"ADA"}
 * }
 * }
 */
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
