package io.usagecollector.testkit.fault;

/** What a fault may look at when it decides whether a request is meant. */
public record RequestLine(String method, String path) {}
