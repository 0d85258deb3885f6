package io.usagecollector.cli.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A folder and all below it, hidden folders excepted.
 *
 * @param path the folder
 */
public record Folder(Path path) {
  /** Upstream's way to say a folder and all below it. */
  private static final String ALL_BELOW = "...";

  /** The folder that is meant, if it is one: {@code maps}, {@code maps/...}. */
  public static Optional<Folder> named(Path path) {
    Path folder = path.endsWith(ALL_BELOW) ? path.resolveSibling("") : path;
    return Files.isDirectory(folder) ? Optional.of(new Folder(folder)) : Optional.empty();
  }

  /** Its files, in their order; pipes, devices and links to nothing are none. */
  public List<Path> files() throws IOException {
    var found = new TreeSet<Path>();
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            Path name = inner.getFileName();
            boolean hidden = !inner.equals(path) && name != null && name.toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return List.copyOf(found);
  }
}
