/**
 * What is known of the billing service and outlives an invocation: whether it may be called, and
 * whom to believe when it refuses. A port, and one function instance's memory behind it.
 */
@NullMarked
package io.usagecollector.core.delivery.gate;

import org.jspecify.annotations.NullMarked;
