package io.usagecollector.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  private static List<String> side(List<LineDiff.Line> diff, LineDiff.Side other) {
    return diff.stream().filter(line -> line.side() != other).map(LineDiff.Line::text).toList();
  }

  @Property(seed = "20261124")
  void eachSideIsReadBackWhole(
      @ForAll @Size(max = 12)
          List<@StringLength(1) @CharRange(from = 'a', to = 'd') String> expected,
      @ForAll @Size(max = 12)
          List<@StringLength(1) @CharRange(from = 'a', to = 'd') String> received) {
    List<LineDiff.Line> diff = LineDiff.of(expected, received);

    assertThat(side(diff, LineDiff.Side.RECEIVED)).isEqualTo(expected);
    assertThat(side(diff, LineDiff.Side.EXPECTED)).isEqualTo(received);
  }

  @Property(seed = "20261124")
  void whatIsAlikeIsShownOnce(@ForAll @Size(max = 12) List<@AlphaChars String> lines) {
    assertThat(LineDiff.of(lines, lines)).allMatch(line -> line.side() == LineDiff.Side.BOTH);
  }

  @Test
  void textsTooLongToCompareAreShownOneAfterTheOther() {
    List<String> lines = "x\n".repeat(2001).lines().toList();

    assertThat(LineDiff.of(lines, lines)).hasSize(4002);
  }
}
