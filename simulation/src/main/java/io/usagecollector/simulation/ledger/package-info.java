/**
 * The truth about one world: what happened, what is billed, and where each part of a record is.
 * Judges nothing.
 */
@NullMarked
package io.usagecollector.simulation.ledger;

import org.jspecify.annotations.NullMarked;
