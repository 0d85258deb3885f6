package io.usagecollector.cli.unit;

import java.nio.file.Path;
import java.util.List;

/**
 * The tests of a file.
 *
 * @param file where they stand
 * @param config the configuration they test; the same file where they stand in it
 */
public record TestFile(Path file, Path config, List<TestCase> cases) {
  public TestFile {
    cases = List.copyOf(cases);
  }
}
