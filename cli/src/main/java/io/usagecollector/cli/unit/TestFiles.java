package io.usagecollector.cli.unit;

import io.usagecollector.cli.source.Folder;
import io.usagecollector.cli.source.InputFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the files that hold tests. */
public final class TestFiles {
  private static final Pattern TESTS_OF =
      Pattern.compile("(?<config>.+)_(?:benthos|bento)_test(?<ending>\\.ya?ml)");
  private static final Pattern YAML = Pattern.compile("(?<name>.+)(?<ending>\\.ya?ml)");

  /** A configuration's own tests begin so, on a line of their own. */
  private static final Pattern OWN_TESTS = Pattern.compile("(?m)^[\"']?tests[\"']?\\s*:");

  private TestFiles() {}

  /**
   * Where the tests are: of a folder, in every test file below it and every configuration with
   * tests of its own; of a configuration, in the test file beside it if there is one.
   */
  public static List<Path> find(List<Path> named) throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    for (Path path : named) {
      Optional<Folder> folder = Folder.named(path);
      if (folder.isPresent()) {
        for (Path file : folder.get().files()) {
          if (holdsTests(file)) {
            found.add(beside(file).orElse(file));
          }
        }
      } else {
        found.add(beside(path).orElse(path));
      }
    }
    return List.copyOf(found);
  }

  private static boolean holdsTests(Path file) {
    String name = file.getFileName().toString();
    return TESTS_OF.matcher(name).matches()
        || (YAML.matcher(name).matches() && holdsOwnTests(file));
  }

  /** A file that cannot be read may hold some: it is found, so that its reader can say why. */
  private static boolean holdsOwnTests(Path file) {
    try {
      return OWN_TESTS.matcher(InputFile.read(file)).find();
    } catch (CharacterCodingException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** The test file beside a configuration. */
  private static Optional<Path> beside(Path config) {
    Matcher name = YAML.matcher(String.valueOf(config.getFileName()));
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
