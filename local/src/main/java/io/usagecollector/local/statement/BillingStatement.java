package io.usagecollector.local.statement;

import io.usagecollector.local.billing.Measure;
import io.usagecollector.local.trigger.RecordPlace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What was produced beside what would be billed: of the topic, the group's offsets, the dead-letter
 * queue and the billing API, and of nothing that the function or its trigger counted.
 *
 * @param records in the topic
 * @param filtered records the mapping drops
 * @param deadLetters reason by record, of the queue
 * @param uncommitted records the group has not passed
 * @param lost records that belong in the dead letters and are in neither queue nor bill
 * @param tooLarge records that no invocation can carry
 * @param rows a customer's measures
 */
public record BillingStatement(
    long records,
    long filtered,
    Map<RecordPlace, String> deadLetters,
    long uncommitted,
    Collection<RecordPlace> lost,
    Collection<RecordPlace> tooLarge,
    List<Row> rows) {

  /**
   * One measure of a customer.
   *
   * @param produced what the topic's records should come to, without those in the dead letters
   * @param billed what the billing API has
   */
  public record Row(String customer, Measure measure, BigDecimal produced, BigDecimal billed) {
    public boolean balances() {
      return produced.compareTo(billed) == 0;
    }

    public BigDecimal amount() {
      return billed.multiply(measure.price());
    }
  }

  public boolean balances() {
    return problems().isEmpty();
  }

  /** Whether less is billed than was produced. */
  public boolean awaitsBilling() {
    return rows.stream().anyMatch(row -> row.billed().compareTo(row.produced()) < 0);
  }

  /** Everything that keeps it from balancing, a sentence each. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (uncommitted > 0) {
      problems.add(uncommitted + " records are not acknowledged");
    }
    lost.forEach(place -> problems.add(place + " belongs in the dead letters and is not there"));
    tooLarge.forEach(place ->
        problems.add(place + " never reached the function: larger than an invocation's 6 MB"));
    rows.stream()
        .filter(row -> !row.balances())
        .map(BillingStatement::difference)
        .forEach(problems::add);
    return problems;
  }

  private static String difference(Row row) {
    return "%s, %s: produced %s, billed %s"
        .formatted(
            row.customer(),
            row.measure().key(),
            row.produced().toPlainString(),
            row.billed().toPlainString());
  }
}
