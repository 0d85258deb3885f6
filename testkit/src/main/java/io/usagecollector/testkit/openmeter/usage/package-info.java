/**
 * Stored events, and what meters and lists read from them. Attribution to customers is read with
 * the events, never kept with them.
 */
@NullMarked
package io.usagecollector.testkit.openmeter.usage;

import org.jspecify.annotations.NullMarked;
