/**
 * Virtual time: tasks that run one at a time and sleep without waiting. Knows nothing of what is
 * simulated.
 */
@NullMarked
package io.usagecollector.simulation.clock;

import org.jspecify.annotations.NullMarked;
