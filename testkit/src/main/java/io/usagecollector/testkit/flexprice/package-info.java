/**
 * A stand-in for the Flexprice billing API that behaves like the real server where the collector
 * can see it: bodies, partial effects, duplicates, times, quantities, keys; and the faults it can
 * be told to make. The door is {@link io.usagecollector.testkit.flexprice.FlexpriceStandIn}. Here a
 * request is recorded, answered or disturbed; what an answer says has packages of its own.
 */
@NullMarked
package io.usagecollector.testkit.flexprice;

import org.jspecify.annotations.NullMarked;
