package io.usagecollector.local;

/** The command was given what it cannot mean. The message says what to give instead. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
