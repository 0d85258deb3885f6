/**
 * Requests in flight: the port that starts them and hands back what has landed, and virtual threads
 * behind it. What an answer means for a batch is no matter of this room.
 */
@NullMarked
package io.usagecollector.core.delivery.flight;

import org.jspecify.annotations.NullMarked;
