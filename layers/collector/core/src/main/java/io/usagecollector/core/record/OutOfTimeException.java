package io.usagecollector.core.record;

/** Ends a record's passage between two of its mappings; the pipeline turns it into a part. */
final class OutOfTimeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfTimeException() {
    super("the time for the record is up", null, false, false);
  }
}
