package io.usagecollector.cli;

/**
 * What a command was given cannot be used: a file is missing, a line is no JSON. The message says
 * what and where, and is all the user sees; the command ends with {@link ExitCode#USAGE}.
 */
final class UnusableInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableInputException(String message) {
    super(message);
  }
}
