/**
 * The real delivery code in a world of its own: a virtual clock, a topic and its trigger, queues, a
 * billing service and function instances, all of which fail by lot. A world is made of one seed and
 * plays out the same each time.
 *
 * <p>Knows core and nothing that is deployed beyond it; nobody knows it.
 */
@NullMarked
package io.usagecollector.simulation;

import org.jspecify.annotations.NullMarked;
