package io.usagecollector.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks the zips that are deployed. A layer's {@code java/lib/*.jar} go into the function's own
 * {@code lib}: {@code /opt} is not ours on this machine, and the runtime client reads both the
 * same.
 */
public final class FunctionPackage {
  private static final String LAYER_JARS = "java/lib/";

  private FunctionPackage() {}

  /** The function and its Java layers, as the class path of one directory; what was there goes. */
  public static Path unpack(Path function, List<Path> layers, Path directory) {
    clear(directory);
    extract(function, "", directory);
    for (Path layer : layers) {
      extract(layer, LAYER_JARS, directory.resolve("lib"));
    }
    return directory;
  }

  /** A layer of files, as {@code /opt} would show it; what was there goes. */
  public static Path unpackFiles(Path layer, Path directory) {
    clear(directory);
    extract(layer, "", directory);
    return directory;
  }

  private static void extract(Path zip, String under, Path directory) {
    try (var file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) file.stream().<ZipEntry>map(e -> e)::iterator) {
        if (!entry.isDirectory() && entry.getName().startsWith(under)) {
          write(file, entry, target(directory, entry.getName().substring(under.length())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + zip, e);
    }
  }

  private static Path target(Path directory, String name) {
    Path target = directory.resolve(name).normalize();
    if (!target.startsWith(directory)) {
      throw new IllegalArgumentException("the zip has an entry outside of it: " + name);
    }
    return target;
  }

  private static void write(ZipFile file, ZipEntry entry, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (var in = file.getInputStream(entry)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void clear(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + directory, e);
    }
  }
}
