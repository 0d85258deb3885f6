package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Run;
import org.junit.jupiter.api.Test;

class RegexMethodsTest {
  @Test
  void thePlaceAfterACharacterBeyondAsciiBeginsNeitherTextNorLine() {
    assertThat(Run.mapping("root = this.re_find_all(\"(?m)^l\")", "\"héllo\\nl\""))
        .isEqualTo("[\"l\"]");
    assertThat(Run.mapping("root = this.re_match(\"(^|x)l\")", "\"él\"")).isEqualTo("false");
  }

  @Test
  void aPatternIsText() {
    assertThat(Run.mapping("root = this.re_match(\"\\xff\")", "\"a\""))
        .startsWith("compile: re_match: error parsing regexp: invalid UTF-8: `");
  }

  @Test
  void aBracketThatClosesNothingIsNamed() {
    assertThat(Run.mapping("root = this.re_match(this).catch(e -> e)", "\"))\""))
        .isEqualTo("error parsing regexp: unexpected ): `))`");
  }

  @Test
  void bytesThatAreNoTextStayAsTheyAre() {
    assertThat(
            Run.mapping(
                "root = \"a\\xffb\".re_replace_all(\"[ab]\", \"<$0>\").bytes().encode(\"hex\")",
                ""))
        .isEqualTo("3c613eff3c623e");
  }
}
