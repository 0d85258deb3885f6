/**
 * The usage event, its identity (event id, timestamp) and where it came from (topic, partition,
 * offset).
 *
 * <p>Values and pure functions only: nothing here reads a clock, a file or the network, and nothing
 * knows the mapping language, a queue or a billing service's address.
 */
@NullMarked
package io.usagecollector.core.event;

import org.jspecify.annotations.NullMarked;
