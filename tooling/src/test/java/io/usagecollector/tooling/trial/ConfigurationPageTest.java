package io.usagecollector.tooling.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.config.key.KeyTable;
import io.usagecollector.core.config.key.ProcessorKeys;
import io.usagecollector.core.config.key.Treatment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  /** A page that is missing or differs is written anew, and the test fails all the same. */
  @Test
  void thePageInTheDocsIsTheOneTheKeyTablePrints() throws IOException {
    String printed = ConfigurationPage.of(KeyTable.STANDARD);
    String found = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!found.equals(printed)) {
      Files.writeString(PAGE, printed);
    }
    assertThat(found)
        .as("docs/configuration.md: look at what changed, and commit it")
        .isEqualTo(printed);
  }

  static List<ProcessorExample> examples() {
    return ProcessorExample.ALL;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleOnThePageIsTrue(ProcessorExample example) {
    assertThat(example.run()).isEqualTo(example.result());
  }

  /** Every processor that is honoured is explained; the old name of one, under the new one. */
  @Test
  void everyProcessorThatIsHonouredHasAnExample() {
    Set<String> shown =
        ProcessorExample.ALL.stream().map(ProcessorExample::name).collect(Collectors.toSet());
    assertThat(honoured(ProcessorKeys.SECTION)).isEqualTo(with(shown, "label", "type", "bloblang"));
  }

  private static Set<String> with(Set<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> honoured(String section) {
    return KeyTable.STANDARD.names(section).stream()
        .filter(name -> KeyTable.STANDARD.treatment(section, name) instanceof Treatment.Honoured)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
