package io.usagecollector.testkit.openmeter.client;

/** A subscription that is there. */
public record SubscriptionHandle(String id, String planKey, int planVersion, String status) {}
