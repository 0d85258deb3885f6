package io.usagecollector.local.run;

import io.usagecollector.local.billing.Billed;
import io.usagecollector.local.statement.BillingStatement;
import io.usagecollector.local.trigger.RecordPlace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** Shows a statement to a person. */
final class BillingStatementPrinter {
  private static final int MOST = 20;
  private static final String ROW = "  %-24s  %-34s  %16s  %16s  %12s  %s";

  private final Screen terminal;

  BillingStatementPrinter(Screen terminal) {
    this.terminal = terminal;
  }

  void print(BillingStatement statement) {
    terminal.line("");
    terminal.line(
        terminal.bold(
            ROW.formatted("customer", "measure", "produced", "billed", "amount USD", "")
                .stripTrailing()));
    statement.rows().forEach(row -> terminal.line(row(row)));
    terminal.line(total(statement.rows()));
    terminal.line("");
    terminal.line(counts(statement));
    letters("dead letter", statement.deadLetters());
    letters("waits", statement.waiting());
  }

  /** Says whether it balances, and what keeps it from it. */
  void printVerdict(BillingStatement statement) {
    List<String> problems = statement.problems();
    problems.stream().limit(MOST).forEach(problem -> terminal.line(terminal.bad("  " + problem)));
    more(problems.size());
    terminal.line(
        problems.isEmpty()
            ? terminal.good(balanced(statement))
            : terminal.bad("The table does not balance."));
  }

  private static String balanced(BillingStatement statement) {
    return statement.waiting().isEmpty()
        ? "The table balances: every record is billed, filtered or explained."
        : "The table balances: every record is billed, filtered or explained, or waits.";
  }

  private void letters(String what, Map<RecordPlace, String> reasons) {
    reasons.entrySet().stream()
        .limit(MOST)
        .forEach(letter ->
            terminal.line("  " + what + " " + letter.getKey() + "  " + letter.getValue()));
    more(reasons.size());
  }

  private void more(int all) {
    if (all > MOST) {
      terminal.line("  and " + (all - MOST) + " more");
    }
  }

  private static String row(BillingStatement.Row row) {
    return ROW.formatted(
            Screen.clean(row.customer()),
            Screen.clean(row.measure().key()),
            number(row.due().produced()),
            billed(row.billed()),
            money(row.amount()),
            note(row))
        .stripTrailing();
  }

  private static String billed(Billed billed) {
    return switch (billed) {
      case Billed.Total(BigDecimal units) -> number(units);
      case Billed.Untold _ -> "?";
    };
  }

  private static String note(BillingStatement.Row row) {
    return switch (row.billed()) {
      case Billed.Untold _ -> "<- billing cannot take this id";
      case Billed.Total _ when row.isRounded() -> "the service's rounding";
      case Billed.Total _ -> row.balances() ? "" : "<- differs";
    };
  }

  private static String total(List<BillingStatement.Row> rows) {
    BigDecimal amount =
        rows.stream().map(BillingStatement.Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return ROW.formatted("total", "", "", "", money(amount), "").stripTrailing();
  }

  private static String counts(BillingStatement statement) {
    return ("records %,d   filtered %,d   waiting %,d   dead-lettered %,d   too large %,d"
            + "   not acknowledged %,d")
        .formatted(
            statement.records(),
            statement.filtered(),
            statement.waiting().size(),
            statement.deadLetters().size(),
            statement.tooLarge().size(),
            statement.uncommitted());
  }

  private static String number(BigDecimal value) {
    int scale = Math.max(0, value.stripTrailingZeros().scale());
    return ("%,." + scale + "f").formatted(value);
  }

  private static String money(BigDecimal value) {
    return "%,.2f".formatted(value.setScale(2, RoundingMode.HALF_UP));
  }
}
