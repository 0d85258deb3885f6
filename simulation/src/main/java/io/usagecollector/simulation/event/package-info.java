/**
 * The records that are produced, what must become of their parts, and the mappings that make events
 * of them.
 */
@NullMarked
package io.usagecollector.simulation.event;

import org.jspecify.annotations.NullMarked;
