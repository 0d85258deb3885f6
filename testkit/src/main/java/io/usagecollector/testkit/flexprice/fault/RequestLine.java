package io.usagecollector.testkit.flexprice.fault;

/** What a fault may look at when it decides whether a request is meant. */
public record RequestLine(String method, String path) {

  /** Whether this is one of the two requests that bring events. */
  public boolean bringsEvents() {
    return method.equals("POST") && (path.equals("/v1/events") || path.equals("/v1/events/bulk"));
  }
}
