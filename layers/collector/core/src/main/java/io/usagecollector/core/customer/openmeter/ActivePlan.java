package io.usagecollector.core.customer.openmeter;

/** A version of a plan that subscriptions can be made of now. */
record ActivePlan(String id, String key, long version) {}
