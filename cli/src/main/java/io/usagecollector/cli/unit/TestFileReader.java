package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.formats.Formats;
import io.usagecollector.cli.source.FileTrouble;
import io.usagecollector.cli.source.InputFile;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a file with tests, and tells all that is wrong with it at once. */
public final class TestFileReader {
  private static final String TESTS = "tests";

  private final String file;
  private final Path path;
  private final Problems problems = new Problems();
  private final CaseReader cases;

  private TestFileReader(Path path, EnvironmentVariables environment) {
    this.file = path.toString();
    this.path = path;
    Bloblang language = Formats.addTo(Bloblang.standard()).withEnv(environment::get);
    var files = new NamedFiles(path, problems);
    this.cases = new CaseReader(file, problems, files, language);
  }

  /**
   * The tests of a file: of a configuration, those under {@code tests}.
   *
   * @param environment the variables of this process, which conditions can read
   */
  public static TestFile read(Path path, EnvironmentVariables environment)
      throws UnusableTestsException {
    return new TestFileReader(path, environment).read();
  }

  private TestFile read() throws UnusableTestsException {
    Node root =
        YamlText.compose(file, text())
            .orElseThrow(() -> unusable("the file is empty: it needs a list under tests"));
    Path config = TestFiles.configOf(path);
    if (!Files.isRegularFile(config)) {
      throw unusable("tests the configuration " + config + ", and there is no such file");
    }
    List<TestCase> all = tests(Section.of(file, root, "the file", problems), config);
    problems.throwIfAny();
    return new TestFile(path, config, all);
  }

  private List<TestCase> tests(Section root, Path config) throws UnusableTestsException {
    List<Section.Entry> entries = config.equals(path) ? root.all() : ofTestFile(root);
    Section.Entry tests =
        entries.stream()
            .filter(entry -> entry.key().equals(TESTS))
            .findFirst()
            .orElseThrow(() -> unusable("has no tests: it needs a list under tests"));
    return root.list(tests).stream().map(cases::read).toList();
  }

  /** Beside its tests a file may say whether they run in parallel, and hold what they refer to. */
  private static List<Section.Entry> ofTestFile(Section root) {
    List<String> known = new ArrayList<>(List.of(TESTS, "parallel"));
    root.all().stream()
        .filter(entry -> Anchors.areIn(entry.value()))
        .map(Section.Entry::key)
        .forEach(known::add);
    return root.known(known);
  }

  private UnusableTestsException unusable(String text) {
    return new UnusableTestsException(List.of(file + ": " + text));
  }

  private String text() throws UnusableTestsException {
    try {
      return InputFile.read(path);
    } catch (IOException e) {
      throw new UnusableTestsException(List.of(FileTrouble.of(path, e)));
    }
  }
}
