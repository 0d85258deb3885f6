package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadFilesTest {
  private static final EnvironmentVariables NOTHING_SET = EnvironmentVariables.of(Map.of());

  private static void parse(String text) {
    CollectorConfig.parse("f", text, NOTHING_SET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                     | f:1:1: the file is empty: it needs at least output.flexprice
          '# nothing'            | f:1:1: the file is empty: it needs at least output.flexprice
          'hello'                | f:1:1: the file must be a section: write input, pipeline and output
          '- a'                  | f:1:1: the file must be a section: write input, pipeline and output
          'output: ['            | f:1:10: no valid YAML: expected the node content, but found '<stream end>'
          'output: *${X}'        | f:1:9: no valid YAML: found undefined alias ${X}
          'output: &a {b: *a}'   | f:1:9: an alias stands for what it lies in
          'a: {? [b] : c}'       | f:1:7: a key is a word here, not a list or a section
          'input: 5'             | f:1:8: input must be a section: write input.kafka
          """)
  void eachHasItsPlaceAndItsSentence(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aKeyThatStandsTwiceIsAProblem() {
    assertThatThrownBy(() -> parse("output: {flexprice: {api_key: a, api_key: b}}"))
        .hasMessage("f:1:34: the key api_key stands here a second time");
  }

  @Test
  void aFileNestedTooDeepIsRefused() {
    assertThatThrownBy(() -> parse("[".repeat(100_000)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("f:1:101: nested deeper than 100 levels");
  }

  @Test
  void aFewAliasesThatStandForMillionsAreRefused() {
    var text = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      String ref = "*" + (char) (c - 1);
      text.append(c)
          .append(": &")
          .append(c)
          .append(" [")
          .append(String.join(",", Collections.nCopies(9, ref)))
          .append("]\n");
    }
    assertThatThrownBy(() -> parse(text.toString()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "Number of aliases for non-scalar nodes exceeds the specified max=50");
  }

  @Test
  void aFileThatIsMissingIsNamed(@TempDir Path directory) {
    Path file = directory.resolve("pipeline.yaml");
    assertThatThrownBy(() -> CollectorConfig.load(file, NOTHING_SET))
        .isInstanceOf(ConfigException.class)
        .hasMessage("pipeline.yaml: cannot be read: NoSuchFileException on " + file);
  }

  @Test
  void aFileThatIsNotUtf8IsRefused(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("pipeline.yaml"), new byte[] {(byte) 0xFF, 'a'});
    assertThatThrownBy(() -> CollectorConfig.load(file, NOTHING_SET))
        .hasMessage("pipeline.yaml: the file is not UTF-8 text");
  }

  @Property(tries = 2000)
  void noTextThrowsAnythingElse(@ForAll("files") String text) {
    try {
      parse(text);
    } catch (ConfigException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> files() {
    Arbitrary<String> words =
        Arbitraries.of(
            "input",
            "kafka",
            "topics",
            "pipeline",
            "processors",
            "mapping",
            "log",
            "try",
            "catch",
            "output",
            "flexprice",
            "fallback",
            "retry",
            "api_key",
            "api_host",
            "batching",
            "count",
            ": ",
            ":\n  ",
            "\n",
            "\n    ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "|\n",
            "*a",
            "&a ",
            "? ",
            "${X}",
            "${X:",
            "${{X}}",
            "!t ",
            "'",
            "\"",
            "#",
            "%",
            "\t",
            "5",
            "null",
            "~",
            "<<",
            "\uE0000\uE001",
            "\uFEFF",
            "\u0000",
            "---\n",
            "...\n",
            "😀");
    return words.list().ofMaxSize(25).map(list -> String.join("", list));
  }
}
