/**
 * Batches, outcomes, retry policy, time budget, and the isolation of the bad event of a refused
 * bulk.
 *
 * <p>Pure: clock, sleeper, random generator, sink and dead-letter store are handed in.
 */
@NullMarked
package io.usagecollector.core.delivery;

import org.jspecify.annotations.NullMarked;
