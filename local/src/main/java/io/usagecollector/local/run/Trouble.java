package io.usagecollector.local.run;

import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.local.UsageException;
import java.util.concurrent.CompletionException;

/** What went wrong, in a sentence for a person. */
final class Trouble {
  private Trouble() {}

  /** Whether the command or the configuration cannot be used: nothing is broken. */
  static boolean isUsage(Throwable e) {
    return e instanceof UsageException || e instanceof ConfigException;
  }

  /** The cause beneath what only carries it from one thread to another. */
  static Throwable cause(Throwable e) {
    Throwable cause = e;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  static String of(Throwable e) {
    Throwable cause = cause(e);
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
