/** What every part of the world stands in: its time, its chance, its weather and who is told. */
@NullMarked
package io.usagecollector.simulation.world;

import org.jspecify.annotations.NullMarked;
