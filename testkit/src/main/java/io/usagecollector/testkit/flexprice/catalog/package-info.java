/**
 * Customers, features, plans, prices and subscriptions: JSON documents as the server answers them,
 * with the rules by which they are made and found. Knows nothing of HTTP.
 */
@NullMarked
package io.usagecollector.testkit.flexprice.catalog;

import org.jspecify.annotations.NullMarked;
