/**
 * Customers of the billing service, ensured before their first event is billed: who they are, what
 * is asked of a service for them, and what comes of it. How it is made sure of once, whoever asks,
 * lies in the rooms below, a room for each service beside them.
 *
 * <p>Nothing here knows of events, mappings or delivery.
 */
@NullMarked
package io.usagecollector.core.customer;

import org.jspecify.annotations.NullMarked;
