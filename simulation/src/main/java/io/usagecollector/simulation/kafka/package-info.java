/**
 * The topic and its trigger: partitions, offsets, batches, and all the ways they are handed over
 * again.
 */
@NullMarked
package io.usagecollector.simulation.kafka;

import org.jspecify.annotations.NullMarked;
