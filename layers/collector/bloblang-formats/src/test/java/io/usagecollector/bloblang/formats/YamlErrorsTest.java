package io.usagecollector.bloblang.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What yaml.v3 refuses, and in which words. */
class YamlErrorsTest {
  private static String failure(String yaml) {
    String said = Run.mapping("root = content().string().parse_yaml()", yaml);
    return said.startsWith("error: ") ? said.substring(said.indexOf(": yaml: ") + 8) : said;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\/\"",
        "- \"a\\/b\"",
        "k: \"\\/\"",
        "\"k\\/\": 1",
        "[\"\\/\"]",
        "\"a\" \"\\/\""
      })
  void aSlashNeedsNoEscapeAndHasNone(String yaml) {
    assertThat(failure(yaml)).isEqualTo("found unknown escape character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\ud83d\\ude00\"", "\"\\uDFFF\"", "\"\\U0000d800\"", "k: \"\\udbff\""})
  void noHalfOfAPairIsACharacter(String yaml) {
    assertThat(failure(yaml)).isEqualTo("found invalid Unicode character escape code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'\\/'", "\\/", "|-\n  \\ud83d", "\"\\\\/\"", "\"\\\\ud83d\""})
  void outsideOfDoubleQuotesOrBehindABackslashNothingIsAnEscape(String yaml) {
    assertThat(failure(yaml)).startsWith("\\");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        ", x;did not find expected node content",
        "];did not find expected node content",
        "& x;did not find expected alphabetic or numeric character",
        "*;did not find expected alphabetic or numeric character",
        "%d;found unknown directive name",
        "%YAML 1.2;found incompatible YAML document",
        "[1, 2;line 1: did not find expected ',' or ']'",
        "{a: 1;line 1: did not find expected ',' or '}'",
        "{a: [1, {b;line 1: did not find expected ',' or '}'",
        "{;line 1: did not find expected node content",
        "*a;unknown anchor 'a' referenced",
        "|x;did not find expected comment or line break",
        "!!int x;cannot decode !!str `x` as a !!int",
        "!!float;cannot decode !!null `` as a !!float",
        "!!binary x;!!binary value contains invalid base64 data"
      })
  void errorsHaveTheirWords(String yaml, String words) {
    assertThat(failure(yaml)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 0x0B, 0x1B, 0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF})
  void controlCharactersAreRefused(int character) {
    assertThat(failure("a" + Character.toString(character)))
        .isEqualTo("control characters are not allowed");
  }

  @Test
  void aFlowThatEndsWithTheTextNamesTheLineAfterItsLast() {
    assertThat(failure("[1,\n2")).isEqualTo("line 2: did not find expected ',' or ']'");
    assertThat(failure("[1,\n2\n")).isEqualTo("line 2: did not find expected ',' or ']'");
    assertThat(failure("a:\n  [1,\n  2")).isEqualTo("line 1: did not find expected ',' or ']'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0x10;16",
        "0xffffffffffffffffff;'\"0xffffffffffffffffff\"'",
        "07777777777777777777777777;7.777777777777778e+24",
        "! 5;5",
        "!!float 5;5",
        "!!binary YWI=;'\"ab\"'"
      })
  void numbersAreThoseOfGo(String yaml, String json) {
    assertThat(failure("[" + yaml + "]")).isEqualTo("[" + json + "]");
  }
}
