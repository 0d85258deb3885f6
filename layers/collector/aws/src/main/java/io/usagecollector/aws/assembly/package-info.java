/**
 * The delivery that functions have in common, put together: what every one of them is told by its
 * environment, the configuration's file, the billing service out of its output, queues, gate and
 * telemetry. So all functions deliver alike, whatever trigger hands them their events.
 *
 * <p>A function's own trigger, its answer and its settings are not here. This room knows the other
 * adapters; none of them knows it.
 */
@NullMarked
package io.usagecollector.aws.assembly;

import org.jspecify.annotations.NullMarked;
