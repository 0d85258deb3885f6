/**
 * Delivery's question for customers, answered by ensuring them; and the form of an event that
 * carries the very key that is ensured. Knows both sides, and neither of them knows it.
 *
 * <p>Nothing here knows a billing service, a configuration or a source.
 */
@NullMarked
package io.usagecollector.core.admission;

import org.jspecify.annotations.NullMarked;
