package io.usagecollector.bloblang.gotext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoUnicodeTest {
  @Test
  void caseIsMappedRuneByRune() {
    assertThat(GoUnicode.toUpper("straße ŉ ﬁ i")).isEqualTo("STRAßE ŉ ﬁ I");
    assertThat(GoUnicode.toLower("İΣ ÀB")).isEqualTo("iσ àb");
    assertThat(GoUnicode.toUpper("a\uDCFF")).isEqualTo("A\uFFFD");
  }

  @Test
  void lettersNewerThanGosTablesHaveNoCaseAndDoNotPrint() {
    assertThat(GoUnicode.toUpper(0x19B)).isEqualTo(0x19B);
    assertThat(GoUnicode.toLower(0x1C89)).isEqualTo(0x1C89);
    assertThat(GoUnicode.isPrint(0x1C89)).isFalse();
    assertThat(GoUnicode.isPrint(0x2EBF0)).isFalse();
    assertThat(GoUnicode.isPrint(0x2EBEF)).isEqualTo(Character.isDefined(0x2EBEF));
  }

  @Test
  void spacesAreUnicodes() {
    assertThat(GoUnicode.isSpace(0x85)).isTrue();
    assertThat(GoUnicode.isSpace(0xA0)).isTrue();
    assertThat(GoUnicode.isSpace(0x3000)).isTrue();
    assertThat(GoUnicode.isSpace(0x1C)).isFalse();
    assertThat(GoUnicode.isSpace(0x200B)).isFalse();
  }
}
