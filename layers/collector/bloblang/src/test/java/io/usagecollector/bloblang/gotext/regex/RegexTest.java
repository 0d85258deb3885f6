package io.usagecollector.bloblang.gotext.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.gotext.GoException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $1-$2|a-b
          ${1}x$1x|ax
          $n${n}$$n|aa$n
          $0$3$|ab$
          ${1$01|${1\
          """)
  void aTemplateNamesGroups(String template, String text) throws GoException {
    assertThat(Regex.compile("(?P<n>a)(b)").replaceAll("ab", ReplacementTemplate.compile(template)))
        .isEqualTo(text);
  }

  @Test
  void anEmptyMatchRightAfterAnotherIsPassedOver() throws GoException {
    Regex regex = Regex.compile("x*");
    assertThat(regex.replaceAll("axxé", ReplacementTemplate.compile("-"))).isEqualTo("-a-é-");
    assertThat(regex.findAll("axx").stream().map(Match::groups))
        .containsExactly(List.of(""), List.of("xx"));
  }

  @Test
  void aGroupThatTookNoPartIsEmpty() throws GoException {
    Regex regex = Regex.compile("a(x)?(?P<n>b)");
    assertThat(regex.findAll("ab").getFirst().groups()).containsExactly("ab", "", "b");
    assertThat(regex.groupNames()).containsExactly("", "", "n");
    assertThat(regex.find("zab")).isTrue();
    assertThat(regex.find("zb")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a(|error parsing regexp: missing closing ): `a(`
          a)|error parsing regexp: unexpected ): `a)`
          [a|error parsing regexp: missing closing ]: `[a`
          a**|error parsing regexp: invalid nested repetition operator: `**`
          *a|error parsing regexp: missing argument to repetition operator: `*`
          a{1001}|error parsing regexp: invalid repeat count: `{1001}`
          [b-a]|error parsing regexp: invalid character class range: `b-a`
          \\8|error parsing regexp: invalid escape sequence: `\\8`
          (?!a)|error parsing regexp: invalid or unsupported Perl syntax: `(?!`\
          """)
  void refusesInGosWords(String pattern, String message) {
    assertThatThrownBy(() -> Regex.compile(pattern))
        .isInstanceOf(GoException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"a.*z|a, 4560", "(a*b)?, 4656", "a, 0", "a+, 0", "^, 0", "[^a]|a, 0"})
  void whatASearchReadsAgainIsTold(String pattern, long again) throws GoException {
    Regex regex = Regex.compile(pattern);
    Reread reread = new Reread();
    regex.forEach("a".repeat(100), match -> {}, reread);
    assertThat(reread.characters).isEqualTo(again);
    regex.replaceAll("a".repeat(100), ReplacementTemplate.compile(""), reread);
    assertThat(reread.characters).isEqualTo(2 * again);
  }

  private static final class Reread implements Meter {
    private long characters;

    @Override
    public void again(long more) {
      characters += more;
    }

    @Override
    public void length(long length) {}
  }
}
