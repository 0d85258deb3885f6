/**
 * Function instances: the real delivery behind ports that fail, a process that may end at any
 * effect.
 */
@NullMarked
package io.usagecollector.simulation.function;

import org.jspecify.annotations.NullMarked;
