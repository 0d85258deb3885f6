/**
 * Customers as delivery sees them: whom the billing service knows from when on, and an ensure
 * service that makes them, fails, is slow, or is away.
 */
@NullMarked
package io.usagecollector.simulation.customer;

import org.jspecify.annotations.NullMarked;
