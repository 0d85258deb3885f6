package io.usagecollector.bloblang.gotext;

import java.util.function.Supplier;

/**
 * The error half of a Go function's answer. It carries no stack trace and builds its text only when
 * asked: mappings fall back on errors for every event.
 */
public final class GoException extends Exception {
  private final transient Supplier<String> text;

  public GoException(Supplier<String> text) {
    super(null, null, false, false);
    this.text = text;
  }

  public GoException(String text) {
    this(() -> text);
  }

  @Override
  public String getMessage() {
    return text.get();
  }
}
