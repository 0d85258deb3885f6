/**
 * What is known of the billing service and outlives an invocation: whether it may be called, and
 * whom to believe when it refuses. A port, one function instance's memory behind it, and the port
 * to what instances share: a closed gate stops all of them, and one probe is for all of them.
 *
 * <p>How instances share it is an adapter's: here is only when, and what stands against what.
 */
@NullMarked
package io.usagecollector.core.delivery.gate;

import org.jspecify.annotations.NullMarked;
