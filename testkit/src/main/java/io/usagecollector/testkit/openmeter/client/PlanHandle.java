package io.usagecollector.testkit.openmeter.client;

/** A version of a plan that is there. */
public record PlanHandle(String id, String key, int version, String status) {}
