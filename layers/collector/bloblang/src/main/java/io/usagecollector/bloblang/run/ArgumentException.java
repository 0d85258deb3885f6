package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.value.Err;

/**
 * Arguments that a function or method cannot be built with: a compile error if they are constant,
 * else a failure of the run.
 */
public final class ArgumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Err err;

  public ArgumentException(Err err) {
    super(err.text(), null, false, false);
    this.err = err;
  }

  public ArgumentException(String text) {
    this(Err.of(text));
  }

  public Err err() {
    return err;
  }
}
