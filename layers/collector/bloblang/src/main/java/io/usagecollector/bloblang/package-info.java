/**
 * Bloblang, the mapping language of Redpanda Data's Benthos and Connect and of WarpStream's Bento,
 * as a library: compile a mapping once with {@link io.usagecollector.bloblang.Bloblang}, apply it
 * to any number of messages. An independent implementation, not affiliated with either.
 *
 * <p>This package is the door, with {@code value} for the values handed across and {@code
 * extension} for whoever brings functions and methods; no other package is for use outside. The
 * grammar lives in {@code syntax}, what runs in {@code run}, the functions and methods in {@code
 * library}. Nothing here knows Kafka, AWS, HTTP or billing; the clock, randomness and facts of the
 * host are handed in ({@link io.usagecollector.bloblang.Host}).
 */
@NullMarked
package io.usagecollector.bloblang;

import org.jspecify.annotations.NullMarked;
