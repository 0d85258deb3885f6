/**
 * Calls to a billing service for customers and subscriptions, whichever service it is: what comes
 * of one, as a table. A service states its own words as rows; what is in nobody's words is taken by
 * its status. Nothing here knows a service, sends or waits.
 */
@NullMarked
package io.usagecollector.core.customer.provision;

import org.jspecify.annotations.NullMarked;
