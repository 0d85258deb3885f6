/**
 * A stand-in for OpenMeter, self-hosted and as Kong Konnect has it, that behaves like the real
 * server where the collector can see it: bodies, unique keys, duplicates, times, numbers, what
 * happens when many ask at once; and the faults it can be told to make. The door is {@link
 * io.usagecollector.testkit.openmeter.OpenMeterStandIn}; what an answer says has packages of its
 * own.
 */
@NullMarked
package io.usagecollector.testkit.openmeter;

import org.jspecify.annotations.NullMarked;
