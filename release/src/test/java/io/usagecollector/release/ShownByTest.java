package io.usagecollector.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose tables say which tests show each of their rows: the tests are there. */
class ShownByTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "breaks");
  private static final String LAST_COLUMN = "shown by";

  private final List<Path> tests = tests();

  private static List<Path> tests() {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          Checkout.ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes of) {
              return NOT_OURS.contains(directory.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
              if (file.toString().endsWith(".java")) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static List<String> rows(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("|") && !line.startsWith("|--"))
        .toList();
  }

  private static String lastCell(String row) {
    return Arrays.stream(row.split("\\|")).toList().getLast().strip();
  }

  private static List<MatchResult> named(String cell) {
    return NAMED.matcher(cell).results().toList();
  }

  private boolean isThere(MatchResult name) {
    String file = name.group(1) + ".java";
    return tests.stream()
        .filter(test -> test.getFileName().toString().equals(file))
        .anyMatch(test -> name.group(2) == null || holds(test, name.group(2)));
  }

  /** What a row lacks: the tests it names that are not there, or any name. */
  private Stream<String> lacking(String row) {
    List<MatchResult> names = named(lastCell(row));
    return names.isEmpty()
        ? Stream.of("no test in: " + row)
        : names.stream().filter(name -> !isThere(name)).map(MatchResult::group);
  }

  private static boolean holds(Path test, String method) {
    try {
      return Files.readString(test).contains(" void " + method + "(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openmeter.md", "ensure-promises.md"})
  void eachRowNamesTestsAndAllOfThemAreThere(String page) throws IOException {
    List<String> rows = rows(Checkout.ROOT.resolve("docs").resolve(page));
    assertThat(rows).isNotEmpty();
    assertThat(rows.stream().filter(row -> !lastCell(row).equals(LAST_COLUMN)))
        .flatMap(row -> lacking(row).toList())
        .isEmpty();
  }

  @Test
  void aTestThatIsNotThereIsMissed() {
    assertThat(named("`ShownByTest.aTestThatIsNotThereIsMissed`, `ShownByTest`"))
        .hasSize(2)
        .allMatch(this::isThere);
    assertThat(named("`ShownByTest.nothing`, `NowhereTest`")).hasSize(2).noneMatch(this::isThere);
    assertThat(named("a sentence")).isEmpty();
  }
}
