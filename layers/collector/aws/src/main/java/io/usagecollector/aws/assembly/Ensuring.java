package io.usagecollector.aws.assembly;

import io.usagecollector.core.customer.BillingAccounts;
import io.usagecollector.core.customer.EnsureService;
import io.usagecollector.core.customer.guard.Sweep;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What ensures customers, put together. Like {@link AfterRestore}, none of it may be part of a
 * snapshot.
 *
 * @param service makes sure of customers, once whoever asks
 * @param sweep goes on with those that were left half ensured
 * @param accounts the billing service's customers and subscriptions
 * @param table whether the state table answers, where there is one; bounds itself
 */
public record Ensuring(
    EnsureService service,
    Sweep sweep,
    BillingAccounts accounts,
    Optional<BooleanSupplier> table) {}
