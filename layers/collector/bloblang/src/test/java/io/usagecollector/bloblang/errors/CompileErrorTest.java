package io.usagecollector.bloblang.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.CompileError;
import org.junit.jupiter.api.Test;

class CompileErrorTest {
  private static CompileError at(int column, String source) {
    return new CompileError("", 3, column, source, "no");
  }

  @Test
  void theCaretStandsUnderTheColumn() {
    assertThat(at(8, "root = 1 +").render())
        .isEqualTo("line 3 char 8: no\n  root = 1 +\n         ^");
  }

  @Test
  void anImportedFileIsNamed() {
    assertThat(new CompileError("a.blobl", 1, 1, "x", "no").render())
        .isEqualTo("a.blobl line 1 char 1: no\n  x\n  ^");
  }

  @Test
  void theCaretMayStandBehindTheLine() {
    assertThat(at(3, "ab").excerpt()).isEqualTo("  ab\n    ^");
  }

  @Test
  void aTabBeforeTheColumnIsATabAboveTheCaret() {
    assertThat(at(3, "\tab").excerpt()).isEqualTo("  \tab\n  \t ^");
  }

  @Test
  void columnsCountCharactersNotUnitsOfUtf16() {
    assertThat(at(3, "\uD83D\uDE00\uD83D\uDE00x").excerpt())
        .isEqualTo("  \uD83D\uDE00\uD83D\uDE00x\n    ^");
  }

  @Test
  void aLongLineIsCutAroundTheColumn() {
    String line = "a".repeat(1_000) + "X" + "b".repeat(1_000);
    assertThat(at(1_001, line).excerpt())
        .isEqualTo("  …" + "a".repeat(80) + "X" + "b".repeat(79) + "…\n" + " ".repeat(83) + "^");
  }

  @Test
  void aLongLineIsNotCutBeforeItsStartNorBehindItsEnd() {
    assertThat(at(1, "a".repeat(161)).excerpt()).isEqualTo("  " + "a".repeat(160) + "…\n  ^");
    assertThat(at(162, "a".repeat(161)).excerpt())
        .isEqualTo("  …" + "a".repeat(160) + "\n" + " ".repeat(163) + "^");
    assertThat(at(161, "a".repeat(160)).excerpt())
        .isEqualTo("  " + "a".repeat(160) + "\n" + " ".repeat(162) + "^");
  }
}
