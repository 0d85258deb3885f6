package io.usagecollector.cli.unit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the files that hold tests. */
public final class TestFiles {
  private static final Pattern TESTS_OF =
      Pattern.compile("(?<config>.+)_(?:benthos|bento)_test(?<ending>\\.ya?ml)");
  private static final Pattern YAML = Pattern.compile("(?<name>.+)(?<ending>\\.ya?ml)");

  /** A configuration's own tests begin so, on a line of their own. */
  private static final Pattern OWN_TESTS = Pattern.compile("(?m)^[\"']?tests[\"']?\\s*:");

  /** Upstream's way to say a folder and all below it. */
  private static final String ALL_BELOW = "...";

  private TestFiles() {}

  /**
   * Where the tests are: of a folder, in every test file below it and every configuration with
   * tests of its own; of a configuration, in the test file beside it if there is one.
   */
  public static List<Path> find(List<Path> named) throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    for (Path path : named) {
      Path file = path.endsWith(ALL_BELOW) ? path.resolveSibling("") : path;
      if (Files.isDirectory(file)) {
        found.addAll(below(file));
      } else {
        found.add(beside(file).orElse(file));
      }
    }
    return List.copyOf(found);
  }

  private static Set<Path> below(Path folder) throws IOException {
    Set<Path> found = new TreeSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            boolean hidden =
                !inner.equals(folder) && inner.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (holdsTests(file)) {
              found.add(beside(file).orElse(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static boolean holdsTests(Path file) {
    String name = file.getFileName().toString();
    return TESTS_OF.matcher(name).matches()
        || (YAML.matcher(name).matches() && OWN_TESTS.matcher(text(file)).find());
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The test file beside a configuration. */
  private static Optional<Path> beside(Path config) {
    Matcher name = YAML.matcher(config.getFileName().toString());
    return name.matches()
        ? List.of("_bento_test", "_benthos_test").stream()
            .map(part -> config.resolveSibling(name.group("name") + part + name.group("ending")))
            .filter(Files::isRegularFile)
            .findFirst()
        : Optional.empty();
  }

  /** The configuration that a test file tests; itself where its name does not name another. */
  static Path configOf(Path file) {
    Matcher name = TESTS_OF.matcher(file.getFileName().toString());
    return name.matches() ? file.resolveSibling(name.group("config") + name.group("ending")) : file;
  }
}
