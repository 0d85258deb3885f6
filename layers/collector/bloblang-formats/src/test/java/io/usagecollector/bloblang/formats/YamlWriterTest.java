package io.usagecollector.bloblang.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts as yaml.v3 writes them. */
class YamlWriterTest {
  private static String write(String json) {
    return Run.mapping("root = this.v.format_yaml()", "{\"v\":" + json + "}");
  }

  /** In both columns a bar is a line's end, in the second an arrow is a tab. */
  private static void writes(String json, String yaml) {
    assertThat(write(json.replace("|", "\\n")))
        .isEqualTo(yaml.replace("|", "\n").replace("→", "\t").replace("¦", "|"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"a\":[\"- a|- b\"]};a:|    - ¦-|      - a|      - b|",
        "[[\"a|b\"]];- - ¦-|    a|    b|",
        "{\"k\":\"a|b|\"};k: ¦|    a|    b|",
        "{\"k\":{\"l\":\"a|b\"}};k:|    l: ¦-|        a|        b|",
        "\"a||\";¦+|    a||"
      })
  void linesAreABlockTwoFromADashOrFourFromAKey(String json, String yaml) {
    writes(json, yaml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"l\":\"  x|y\"};l: ¦4-|      x|    y|",
        "[\" x|y\"];- ¦4-|   x|  y|",
        "\"|a\";¦4-|    a|",
        "\"\\ta|b\";¦-|    →a|    b|",
        "\"a |b\";\"a \\nb\"|"
      })
  void whereTheFirstLineDoesNotShowTheIndentASignDoes(String json, String yaml) {
    writes(json, yaml);
  }

  /** So it is there too: the sign stands, and the break behind it ends its line. */
  @Test
  void aLeadingLineBreakIsNotReadBack() {
    writes("\"|\"", "¦4+|");
    assertThat(Run.mapping("root = \"\\n\".format_yaml().parse_yaml()", "{}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"x😀\";\"x\\U0001F600\"|",
        "\"a\\u0000b\\u001b\\u0085\";\"a\\0b\\e\\N\"|",
        "\"a\\u0001\\u2028\";\"a\\x01\\L\"|",
        "\"\\ufeffa\";\"\\uFEFF\\x61\"|",
        "\"\\u007f\\uffff\";\"\\x7F\\uFFFF\"|",
        "\"\\u2028\";'\u2028'|",
        "\"a\\u2029b\";'a\u2029    b'|",
        "\"a\\u00a0\";a\u00a0|"
      })
  void onlyWhatCannotStandThereIsEscapedInShortOrInCapitals(String json, String yaml) {
    writes(json, yaml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"2025-02-30T00:00:00Z\";2025-02-30T00:00:00Z|",
        "\"2025-02-03T04:05:06Z\";\"2025-02-03T04:05:06Z\"|",
        "\"2025-13-01\";2025-13-01|",
        "\"2025-2-3\";\"2025-2-3\"|",
        "\".5_1\";\".5_1\"|",
        "\"<<\";<<|",
        "\"0xffffffffffffffffff\";0xffffffffffffffffff|"
      })
  void onlyWhatWouldMeanSomethingElseIsQuoted(String json, String yaml) {
    writes(json, yaml);
  }

  @Test
  void keysOfSeveralLinesOrMoreThan128BytesStandApartFromTheirValues() {
    writes("{\"a|b\":{\"c\":true}}", "? ¦-|    a|    b|:   c: true|");
    String key = "k".repeat(128);
    writes("{\"" + key + "\":true}", key + ": true|");
    writes("{\"" + key + "k\":true}", "? " + key + "k|: true|");
  }

  @Test
  void bytesAreAListOfNumbers() {
    assertThat(Run.mapping("root = {\"a\":\"ab\".bytes(), \"b\":\"\".bytes()}.format_yaml()", "{}"))
        .isEqualTo("a:\n    - 97\n    - 98\nb: []\n");
  }

  @Test
  void textThatIsNoUtf8IsBase64() {
    assertThat(Run.mapping("root = [\"\\xff\"].format_yaml()", "{}"))
        .isEqualTo("- !!binary /w==\n");
  }

  @Test
  void keysAreInNaturalOrder() {
    writes(
        "{\"a10\":true,\"a2\":true,\"1a\":true,\"1:\":true,\"b\":true,\"!\":true}",
        "'!': true|1a: true|'1:': true|a2: true|a10: true|b: true|");
  }
}
