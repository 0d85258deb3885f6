/**
 * What must hold whatever goes wrong, a small class a law. They look at happenings and at the
 * ledger, and change nothing.
 */
@NullMarked
package io.usagecollector.simulation.invariant;

import org.jspecify.annotations.NullMarked;
