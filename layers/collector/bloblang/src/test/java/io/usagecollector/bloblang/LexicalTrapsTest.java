package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalTrapsTest {
  private static final String NL = "~";

  private static String run(String mapping) {
    return Run.mapping(mapping.replace(NL, "\n"), "{\"a\":1,\"0\":2,\"nullable\":{\"x\":3}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# only this~",
        "root = 1 # no line break after it",
        "root =~1",
        "root.a= 1",
        "root.a =1",
        "root = 1~+ 2",
        "root = [1~, 2]",
        "root = nullable.x",
        "root = true_x",
        "let = 1",
        "map = 1",
        "import = 1",
        "root = {\"a\" + \"b\": 1}",
        "root = {5: 1}",
        "root = if false { 1 } else  if true { 2 }",
        "root = match{ _ => 1 }",
        "root = 1e3",
        "root = 0x1F",
        "root = 5.",
        "root = .5",
        "root = 9223372036854775808",
        "root = -9223372036854775808",
        "root = \"\\/\"",
        "root = \"\\'\"",
        "root = \"\\ud83d\\ude00\"",
        "root = !!true",
        "root = - - 5",
        "root = [1].map_each(a -> b -> 1)",
        "\uFEFFroot = 1",
        "root\u00A0= 1",
        "root.a = 1\rroot.b = 2",
        "root.\"a\"b = 1"
      })
  void doesNotCompile(String mapping) {
    assertThat(run(mapping)).startsWith("compile: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "root = 1 # a line break after it~ | 1",
        "root = 1 +~2 | 3",
        "root = [~1,~2,~] | [1,2]",
        "root = this.nullable.x | 3",
        "root = this.0 | 2",
        "root.map = 1 | {\"map\":1}",
        "if = 1 | {\"if\":1}",
        "match = 1 | {\"match\":1}",
        "metadata = 1 | {\"metadata\":1}",
        "this.x = 1 | {\"this\":{\"x\":1}}",
        "root.root = 1 | {\"root\":1}",
        "root = {(\"a\" + \"b\"): 1} | {\"ab\":1}",
        "root = this.a-this.a | 0",
        "root = 007 | 7",
        "root = \"\\U0001F600\" | \uD83D\uDE00",
        "root = \"\\x41\\102\" | AB",
        "root = \"\"\"a\\nb\"\"\" | a\\nb",
        "root = -5.abs() | -5",
        "root = --5 | 5",
        "root = - -5 | 5",
        "root = if false { 1 } else if true { 2 } | 2",
        "root = match { _ => 1 } | 1",
        "this.a | 1",
      })
  void means(String mapping, String said) {
    assertThat(run(mapping)).isEqualTo(said);
  }

  @Test
  void aLineEndsAlsoAsOnWindows() {
    assertThat(run("root.a = 1\r\nroot.b = 2\r\n")).isEqualTo("{\"a\":1,\"b\":2}");
  }
}
