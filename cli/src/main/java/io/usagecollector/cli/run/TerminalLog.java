package io.usagecollector.cli.run;

import io.usagecollector.cli.terminal.Terminal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;

/** What a configuration's {@code log} processors say, a line each; at INFO and above. */
@SuppressWarnings("serial") // Loggers of this library claim to be serializable; nobody does it.
final class TerminalLog extends LegacyAbstractLogger {
  private final transient Terminal terminal;

  TerminalLog(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return true;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  /** Fields stand before the text. */
  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String text,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    String filled = org.slf4j.helpers.MessageFormatter.basicArrayFormat(text, arguments);
    String line = "log " + level.name().toLowerCase(Locale.ROOT) + ": " + filled.stripTrailing();
    terminal.out().flush();
    terminal.err().print(terminal.paint(Terminal.Tone.DIM, line) + "\n");
  }
}
