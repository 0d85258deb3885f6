package io.usagecollector.cli.terminal;

/**
 * What a command was given cannot be used: a file is missing, a line is no JSON. The message says
 * what and where, and is all the user sees; the command ends with {@link ExitCode#USAGE}.
 */
public final class UnusableInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableInputException(String message) {
    super(message);
  }
}
