/**
 * What is kept of an event that cannot be delivered now or ever: one envelope, versioned, for what
 * is retried and what is dead. How letters become the texts of messages, several in one or one in
 * several, and are read again; the ports to a queue of letters and to a store for what is too large
 * for it.
 *
 * <p>When a letter is written is decided in delivery; how a queue or a store is spoken to, in an
 * adapter.
 */
@NullMarked
package io.usagecollector.core.letter;

import org.jspecify.annotations.NullMarked;
