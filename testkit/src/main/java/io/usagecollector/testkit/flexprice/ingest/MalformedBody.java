package io.usagecollector.testkit.flexprice.ingest;

/** The body cannot be bound to the request type: answered 400 "Invalid request payload". */
public final class MalformedBody extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedBody(String message) {
    super(message, null, false, false);
  }
}
