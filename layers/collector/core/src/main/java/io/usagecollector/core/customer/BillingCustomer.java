package io.usagecollector.core.customer;

/**
 * A customer as the service knows it.
 *
 * @param id the service's own id
 */
public record BillingCustomer(CustomerKey key, String id) {}
