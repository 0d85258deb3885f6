package io.usagecollector.local.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BlurTest {
  private static BillableQuantity sum(List<Double> terms) {
    return terms.stream()
        .map(term -> BillableQuantity.asFloat(BigDecimal.valueOf(term), term))
        .reduce(BillableQuantity.ZERO, BillableQuantity::plus);
  }

  @Property
  void aSumOfFloatsInAnyOrderIsWithinReach(
      @ForAll @Size(max = 60) List<@DoubleRange(min = -1e12, max = 1e12) Double> terms,
      @ForAll Random order) {
    BillableQuantity due = sum(terms);
    Collections.shuffle(terms, order);
    double floats = 0;
    for (double term : terms) {
      floats += term;
    }
    assertThat(due.mayBe(BigDecimal.valueOf(floats))).isTrue();
  }

  @Test
  void tenTimesATenthMayBeALittleLessThanOneAndNothingElse() {
    BillableQuantity due = sum(Collections.nCopies(10, 0.1));
    assertThat(due.mayBe(new BigDecimal("0.9999999999999999"))).isTrue();
    assertThat(due.mayBe(new BigDecimal("0.99999999999"))).isFalse();
    assertThat(due.mayBe(new BigDecimal("1.1"))).isFalse();
  }

  @Test
  void wholeNumbersAreAddedExactlyUpToWhereFloatsAreWhole() {
    assertThat(sum(List.of(3e15, 4e15)).mayBe(new BigDecimal("7000000000000001"))).isFalse();
    assertThat(sum(List.of(9e15, 9e15)).blur().reach()).isPositive();
  }
}
