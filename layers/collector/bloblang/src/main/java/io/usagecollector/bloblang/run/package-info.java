/**
 * What runs: a tree of small nodes, planned once by {@code plan}, each of which evaluates to a
 * value. Failures are values too ({@link io.usagecollector.bloblang.value.Err}); nothing here
 * throws for any mapping or message but {@link io.usagecollector.bloblang.value.Exhausted}, which
 * ends a run that would take more than its {@link io.usagecollector.bloblang.Limits}: what repeats
 * or grows draws from the run's {@link io.usagecollector.bloblang.run.budget.Budget}.
 */
@NullMarked
package io.usagecollector.bloblang.run;

import org.jspecify.annotations.NullMarked;
