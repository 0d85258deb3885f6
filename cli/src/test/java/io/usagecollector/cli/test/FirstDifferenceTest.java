package io.usagecollector.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstDifferenceTest {
  @Test
  void aShortLineIsShownWhole() {
    assertThat(FirstDifference.between("abc", "abd"))
        .isEqualTo(new FirstDifference("abc", "abd", 2, "first difference: line 1, column 3"));
  }

  @Test
  void anotherLineIsFoundWhereItDiffers() {
    assertThat(FirstDifference.between("one\ntwo\nx", "one\ntwu\nx"))
        .isEqualTo(new FirstDifference("two␊", "twu␊", 2, "first difference: line 2, column 3"));
  }

  @Test
  void aMissingLineBreakIsSeen() {
    assertThat(FirstDifference.between("end", "end\n"))
        .isEqualTo(new FirstDifference("end", "end␊", 3, "first difference: line 1, column 4"));
  }

  @Test
  void aLongLineIsCutAroundThePlace() {
    String same = "x".repeat(200);
    assertThat(FirstDifference.between(same + "a" + same, same + "b" + same))
        .isEqualTo(
            new FirstDifference(
                "…" + "x".repeat(50) + "a" + "x".repeat(49) + "…",
                "…" + "x".repeat(50) + "b" + "x".repeat(49) + "…",
                51,
                "first difference: line 1, column 201"));
  }

  @Test
  void aCharacterOfTwoHalvesIsNotCut() {
    assertThat(FirstDifference.between("😀", "😁"))
        .isEqualTo(new FirstDifference("😀", "😁", 0, "first difference: line 1, column 1"));
  }
}
