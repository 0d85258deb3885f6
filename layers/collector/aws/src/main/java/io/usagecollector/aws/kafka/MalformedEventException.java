package io.usagecollector.aws.kafka;

/** The function was called with something that is no event of its trigger. Quotes none of it. */
public final class MalformedEventException extends RuntimeException {
  MalformedEventException(String message) {
    super(message);
  }
}
