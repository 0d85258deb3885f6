package io.usagecollector.local.run;

/** The command was given what it cannot mean. The message says what to give instead. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
