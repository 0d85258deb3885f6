package io.usagecollector.cli;

import io.usagecollector.cli.source.FileTrouble;
import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.OutputFailedException;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.UnusableInputException;
import io.usagecollector.core.config.finding.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a command says that could not do its work, whatever kept it: a sentence, never a trace. */
final class Failures {
  private final Terminal terminal;

  Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Says it, and answers the status the command ends with. */
  int status(Throwable failure) {
    if (failure instanceof OutputFailedException e && e.isReaderGone()) {
      return ExitCode.READER_GONE;
    }
    try {
      if (!(failure instanceof OutputFailedException)) {
        terminal.out().flush();
      }
      terminal.err().print(Terminal.harmless(sentence(failure)) + "\n");
      terminal.err().flush();
    } catch (OutputFailedException e) {
      return e.isReaderGone() ? ExitCode.READER_GONE : ExitCode.USAGE;
    }
    return ExitCode.USAGE;
  }

  private static String sentence(Throwable failure) {
    return switch (failure) {
      case UnusableInputException e -> String.valueOf(e.getMessage());
      case ConfigException e -> String.valueOf(e.getMessage());
      case OutputFailedException e -> String.valueOf(e.getMessage());
      case IOException e -> FileTrouble.of(e);
      case UncheckedIOException e -> cause(e);
      case StackOverflowError _ ->
          "what was given is nested too deeply, or refers to itself without an end";
      case OutOfMemoryError _ ->
          "what was given needs more than the "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MiB of memory there are: give it in smaller parts, or more memory with"
              + " JAVA_TOOL_OPTIONS=-Xmx8g";
      default -> "a fault of this program, please report it: " + failure + place(failure);
    };
  }

  private static String cause(UncheckedIOException e) {
    IOException cause = e.getCause();
    return cause == null ? String.valueOf(e.getMessage()) : FileTrouble.of(cause);
  }

  /** Where in this program it happened: enough to find it by. */
  private static String place(Throwable failure) {
    for (StackTraceElement element : failure.getStackTrace()) {
      if (element.getClassName().startsWith("io.usagecollector.")) {
        return " (" + element.getFileName() + ":" + element.getLineNumber() + ")";
      }
    }
    return "";
  }
}
