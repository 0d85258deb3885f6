package io.usagecollector.ensure;

import io.usagecollector.aws.assembly.Ensuring;
import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.ensure.answer.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Asks the parts that the function needs whether they answer, one after the other, each for a few
 * seconds at most.
 *
 * @param table whether the state table answers, where there is one; bounds itself
 */
record Readiness(Optional<BooleanSupplier> table, BillingAccounts accounts) {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  static Readiness of(Ensuring ensuring) {
    return new Readiness(ensuring.table(), ensuring.accounts());
  }

  List<Check> checks(Deadline deadline) {
    List<Check> checks = new ArrayList<>();
    table.ifPresent(answers ->
        checks.add(
            new Check(
                "state_table",
                answers.getAsBoolean() ? Optional.empty() : Optional.of("state_table_away"))));
    checks.add(
        new Check(
            accounts.name(),
            accounts
                .reachable(deadline.within(PATIENCE).left())
                .map(fault -> fault.kind().code())));
    return checks;
  }
}
