/** The billing service as the real one behaves: its duplicate key, its clock, its answers. */
@NullMarked
package io.usagecollector.simulation.billing;

import org.jspecify.annotations.NullMarked;
