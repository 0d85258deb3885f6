package io.usagecollector.local.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.billing.BillableQuantity;
import io.usagecollector.local.billing.Billed;
import io.usagecollector.local.billing.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BillingStatementTest {
  private static final Measure MEASURE = new Measure("call", "qty", BigDecimal.ONE);
  private static final BillableQuantity ROUNDED =
      new BillableQuantity(new BigDecimal("9007199254740993"), new BigDecimal("9007199254740992"));

  private static BillingStatement.Row row(BillableQuantity due, Billed billed) {
    return row(due, BillableQuantity.ZERO, billed);
  }

  private static BillingStatement.Row row(
      BillableQuantity due, BillableQuantity open, Billed billed) {
    return new BillingStatement.Row("customer", MEASURE, due, open, billed);
  }

  private static BillableQuantity units(long units) {
    return BillableQuantity.exactly(BigDecimal.valueOf(units));
  }

  private static Billed billed(long units) {
    return new Billed.Total(BigDecimal.valueOf(units));
  }

  private static List<String> problems(BillingStatement.Row row) {
    return new BillingStatement(1, 0, Map.of(), Map.of(), 0, List.of(), List.of(), List.of(row))
        .problems();
  }

  @Test
  void aDifferenceThatIsTheServicesRoundingBalancesAndIsSaid() {
    var row = row(ROUNDED, new Billed.Total(ROUNDED.kept()));
    assertThat(problems(row)).isEmpty();
    assertThat(row.isRounded()).isTrue();
  }

  @Test
  void aDifferenceThatIsNotTheServicesRoundingDiffers() {
    assertThat(problems(row(ROUNDED, new Billed.Total(ROUNDED.produced()))))
        .containsExactly("customer, call qty: produced 9007199254740993, billed 9007199254740993");
    var exact = row(BillableQuantity.exactly(BigDecimal.TWO), new Billed.Total(BigDecimal.ONE));
    assertThat(problems(exact)).containsExactly("customer, call qty: produced 2, billed 1");
  }

  @Test
  void aFloatsSumThatIsNotTheTrueOneBalancesAndIsSaid() {
    var tenth = BillableQuantity.asFloat(new BigDecimal("0.1"), 0.1);
    var due = Stream.generate(() -> tenth).limit(10).reduce(BillableQuantity::plus).orElseThrow();
    var row = row(due, new Billed.Total(new BigDecimal("0.9999999999999999")));
    assertThat(problems(row)).isEmpty();
    assertThat(row.isRounded()).isTrue();
    assertThat(row(due, new Billed.Total(new BigDecimal("0.9"))).balances()).isFalse();
    assertThat(row(due, new Billed.Total(BigDecimal.ONE)).isRounded()).isFalse();
  }

  @Test
  void whatBillingCannotTakeIsSaidAndIsOnlyAProblemIfSomethingIsDue() {
    var untold = new Billed.Untold("was answered 500");
    assertThat(problems(row(BillableQuantity.ZERO, untold))).isEmpty();
    assertThat(problems(row(BillableQuantity.exactly(BigDecimal.ONE), untold)))
        .containsExactly(
            "customer, call qty: produced 1, billing cannot take it: was answered 500");
  }

  @Test
  void whatLiesInAQueueAndMayHaveBeenSentMayBeBilledOrNot() {
    assertThat(row(units(10), units(3), billed(10)).balances()).isTrue();
    assertThat(row(units(10), units(3), billed(13)).balances()).isTrue();
    assertThat(row(units(10), units(3), billed(9)).balances()).isFalse();
    assertThat(row(units(10), units(3), billed(14)).balances()).isFalse();
  }
}
