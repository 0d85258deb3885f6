/**
 * Delivers items from any source: sends them in bulks, finds the bad event of a refused bulk, and
 * settles every record. The rooms below hold what it is made of; they know nothing of it.
 *
 * <p>Pure: clock, sleeper, random generator, sink, gate and letters are handed in. No source, no
 * configuration and no particular billing service is known here.
 */
@NullMarked
package io.usagecollector.core.delivery;

import org.jspecify.annotations.NullMarked;
