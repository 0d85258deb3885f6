/**
 * The table that instances share, in memory: the circuit and the budget of requests, with the
 * conditions that the real table's writes have, and out of reach now and then.
 */
@NullMarked
package io.usagecollector.simulation.table;

import org.jspecify.annotations.NullMarked;
