package io.usagecollector.cli.terminal;

/** What a command's exit status says, the same for every command. */
public final class ExitCode {
  /** All is well. */
  public static final int CLEAN = 0;

  /** The command did its work and found something: a finding, a failed test, a difference. */
  public static final int FOUND = 1;

  /** The command could not do its work: a wrong option, a file that cannot be read. */
  public static final int USAGE = 2;

  /** Nobody reads on what the command prints: what a shell tells of a filter that then ends. */
  public static final int READER_GONE = 141;

  private ExitCode() {}
}
