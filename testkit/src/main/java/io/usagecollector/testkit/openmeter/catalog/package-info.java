/**
 * Customers, plans, subscriptions and meters under the server's rules, whichever dialect asks.
 * Knows no JSON of requests and answers, and no events.
 */
@NullMarked
package io.usagecollector.testkit.openmeter.catalog;

import org.jspecify.annotations.NullMarked;
