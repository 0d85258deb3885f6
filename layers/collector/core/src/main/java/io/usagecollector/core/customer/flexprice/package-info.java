/**
 * Customers and subscriptions at Flexprice, over its public API. It keeps two customers of one
 * external id apart, and nothing about subscriptions: each is a draft first, found again behind the
 * lag of the replica that reads go to, and only the oldest is activated. Stateless but for the
 * plan, which is remembered for a while.
 */
@NullMarked
package io.usagecollector.core.customer.flexprice;

import org.jspecify.annotations.NullMarked;
