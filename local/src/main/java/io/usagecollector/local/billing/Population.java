package io.usagecollector.local.billing;

/**
 * All that an account has.
 *
 * @param customers whoever made them
 * @param subscriptions those that are active
 */
public record Population(long customers, long subscriptions) {}
