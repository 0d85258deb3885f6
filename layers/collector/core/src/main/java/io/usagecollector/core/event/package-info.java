/**
 * The usage event, its identity (event id, timestamp), where it came from (topic, partition,
 * offset), and the rules it obeys before it is sent.
 *
 * <p>Values and pure functions only: nothing here reads a clock, a file or the network, and of the
 * mapping language only its values are known.
 */
@NullMarked
package io.usagecollector.core.event;

import org.jspecify.annotations.NullMarked;
