/**
 * What is kept of an event that cannot be delivered now or ever: one envelope, versioned, and the
 * port to the queue that keeps it. The same envelope serves what is retried and what is dead.
 *
 * <p>When a letter is written is decided in delivery; how a queue is spoken to, in an adapter.
 */
@NullMarked
package io.usagecollector.core.letter;

import org.jspecify.annotations.NullMarked;
