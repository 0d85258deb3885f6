package io.usagecollector.local.statement;

import io.usagecollector.local.billing.BillableQuantity;
import io.usagecollector.local.billing.Billed;
import io.usagecollector.local.billing.Measure;
import io.usagecollector.local.trigger.RecordPlace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What was produced beside what would be billed: of the topic, the group's offsets, the two queues
 * and the billing API, and of nothing that a function or its trigger counted.
 *
 * @param records in the topic
 * @param filtered records the mapping drops
 * @param deadLetters reason by record, of the queue
 * @param waiting reason by record, of the retry queue
 * @param uncommitted records the group has not passed
 * @param lost records that belong in the dead letters and are in neither queue nor bill
 * @param tooLarge records that no invocation can carry
 * @param rows a customer's measures
 */
public record BillingStatement(
    long records,
    long filtered,
    Map<RecordPlace, String> deadLetters,
    Map<RecordPlace, String> waiting,
    long uncommitted,
    Collection<RecordPlace> lost,
    Collection<RecordPlace> tooLarge,
    List<Row> rows) {

  /**
   * One measure of a customer.
   *
   * @param due what the topic's records should come to, without those that lie in queues
   * @param open what of those in queues may be billed already: sent, and the answer lost
   * @param billed what the billing API has
   */
  public record Row(
      String customer,
      Measure measure,
      BillableQuantity due,
      BillableQuantity open,
      Billed billed) {
    /**
     * The service rounds by rules of its own: what it keeps of a quantity is what it should bill.
     */
    public boolean balances() {
      return switch (billed) {
        case Billed.Total(BigDecimal units) ->
            due.least().compareTo(units) <= 0 && units.compareTo(due.plus(open).most()) <= 0;
        case Billed.Untold _ -> due.produced().signum() == 0;
      };
    }

    /** Whether it balances but for what the service does not keep of a quantity. */
    public boolean isRounded() {
      return balances() && (due.isRounded() || isBlurred());
    }

    /** Whether the service's sum is another than the true one, and as near as its floats are. */
    private boolean isBlurred() {
      return billed instanceof Billed.Total(BigDecimal units)
          && units.compareTo(due.kept()) != 0
          && due.mayBe(units);
    }

    public BigDecimal amount() {
      return billed.known().multiply(measure.price());
    }

    boolean awaitsBilling() {
      return billed instanceof Billed.Total(BigDecimal units) && units.compareTo(due.least()) < 0;
    }
  }

  public boolean balances() {
    return problems().isEmpty();
  }

  /** Whether less is billed than was produced. */
  public boolean awaitsBilling() {
    return rows.stream().anyMatch(Row::awaitsBilling);
  }

  /** Those who are billed for anything, each once. */
  public List<String> billedCustomers() {
    return rows.stream()
        .filter(row -> row.billed().known().signum() != 0)
        .map(Row::customer)
        .distinct()
        .toList();
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
    return "%s, %s: produced %s, %s"
        .formatted(
            row.customer(),
            row.measure().key(),
            row.due().produced().toPlainString(),
            switch (row.billed()) {
              case Billed.Total(BigDecimal units) -> "billed " + units.toPlainString();
              case Billed.Untold(String why) -> "billing cannot take it: " + why;
            });
  }
}
