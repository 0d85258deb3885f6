/**
 * Where the queues of a local system are: what {@code run-local} writes into its data folder while
 * it runs, and {@code dead-letters} reads there.
 */
@NullMarked
package io.usagecollector.tooling.queues;

import org.jspecify.annotations.NullMarked;
