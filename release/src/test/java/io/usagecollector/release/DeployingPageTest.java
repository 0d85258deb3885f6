package io.usagecollector.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code docs/deploying.md} says of the template is so. */
class DeployingPageTest {
  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)`");

  @Test
  void everyParameterStandsInOneRowOfWhatAChangeDoes() throws IOException {
    List<String> named = rows().stream().flatMap(row -> names(row).stream()).toList();
    assertThat(named)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(Repository.template().parameters());
  }

  @Test
  void thoseThatPublishAVersionAreTheFunctionsOwn() throws IOException {
    Set<String> publishing =
        rows().stream()
            .filter(row -> row.endsWith("| publishes a version |"))
            .flatMap(row -> names(row).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(publishing).isEqualTo(new TreeSet<>(ReleaseTest.THE_FUNCTIONS_OWN));
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(Checkout.ROOT.resolve("docs/deploying.md")).stream()
        .dropWhile(line -> !line.startsWith("| you change"))
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }

  private static List<String> names(String row) {
    return NAME.matcher(row).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
