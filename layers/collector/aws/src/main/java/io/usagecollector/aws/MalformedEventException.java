package io.usagecollector.aws;

/** The function was called with something that is no event of its trigger. Quotes none of it. */
public final class MalformedEventException extends RuntimeException {
  public MalformedEventException(String message) {
    super(message);
  }
}
