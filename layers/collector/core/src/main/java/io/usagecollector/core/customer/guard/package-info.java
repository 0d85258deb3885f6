/**
 * How a customer is ensured once, whoever asks: one item a customer, with a lease that keeps
 * callers apart, a fence that keeps a caller who lost it from writing, and a state from which the
 * next one goes on. The states and what leads from one to the next are data, in {@link
 * io.usagecollector.core.customer.guard.Transition}.
 *
 * <p>A lease cannot keep a paused caller from the billing service, so nothing here is what makes
 * customers and subscriptions single: the service is, or what is asked of it. Knows no service and
 * no table: both are ports.
 */
@NullMarked
package io.usagecollector.core.customer.guard;

import org.jspecify.annotations.NullMarked;
