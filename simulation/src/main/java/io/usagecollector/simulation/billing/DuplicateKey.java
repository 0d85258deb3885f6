package io.usagecollector.simulation.billing;

/**
 * What the service's usage table tells a repeat by: {@code external_customer_id, meter_id,
 * timestamp, id}, the timestamp in whole seconds. There is one meter here. Two events of one key
 * are one line of the bill; the one that came last counts.
 *
 * @param second seconds since 1970-01-01T00:00:00Z
 */
public record DuplicateKey(String customer, long second, String id) {}
