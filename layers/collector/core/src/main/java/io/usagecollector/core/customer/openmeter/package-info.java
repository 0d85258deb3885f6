/**
 * OpenMeter's customers and subscriptions, in both of its dialects: what is asked, in which order,
 * and what is adopted of what others made. OpenMeter guards both by itself, so that any number may
 * ask at once; of creating subscriptions it bears only few at a time, for which {@code
 * CreatePermits} are asked.
 *
 * <p>Nothing here knows a table, a lease or a cache of customers. Nothing is ever changed: only
 * looked for, and made.
 */
@NullMarked
package io.usagecollector.core.customer.openmeter;

import org.jspecify.annotations.NullMarked;
