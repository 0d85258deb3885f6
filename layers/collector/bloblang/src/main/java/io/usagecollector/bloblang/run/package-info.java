/**
 * What runs: a tree of small nodes, planned once by {@code plan}, each of which evaluates to a
 * value. Failures are values too ({@link io.usagecollector.bloblang.value.Err}); nothing here
 * throws for any mapping or message.
 */
@NullMarked
package io.usagecollector.bloblang.run;

import org.jspecify.annotations.NullMarked;
