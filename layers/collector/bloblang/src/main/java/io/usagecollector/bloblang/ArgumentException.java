package io.usagecollector.bloblang;

import io.usagecollector.bloblang.value.Err;

/**
 * Arguments that a function or method cannot be built with: a compile error if they are constant,
 * else a failure of the run.
 */
public final class ArgumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Err err;

  private final boolean refusal;

  public ArgumentException(Err err) {
    this(err, false);
  }

  private ArgumentException(Err err, boolean refusal) {
    super(err.text(), null, false, false);
    this.err = err;
    this.refusal = refusal;
  }

  /** Arguments that upstream knows, and that are not offered here. */
  public static ArgumentException refusal(String text) {
    return new ArgumentException(Err.of(text), true);
  }

  public boolean isRefusal() {
    return refusal;
  }

  public ArgumentException(String text) {
    this(Err.of(text));
  }

  public Err err() {
    return err;
  }
}
