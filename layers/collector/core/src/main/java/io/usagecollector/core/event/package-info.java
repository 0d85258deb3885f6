/**
 * The usage event, its identity (event id, timestamp), where it came from (topic, partition,
 * offset), and why a record is none. What a service asks of an event lies behind the sink.
 *
 * <p>Values and pure functions only: nothing here reads a clock, a file or the network, or knows
 * the mapping language.
 */
@NullMarked
package io.usagecollector.core.event;

import org.jspecify.annotations.NullMarked;
