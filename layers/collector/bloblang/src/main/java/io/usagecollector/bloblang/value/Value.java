package io.usagecollector.bloblang.value;

/**
 * A Bloblang value, or the failure to compute one ({@link Err}).
 *
 * <p>Everything but an owned {@link Obj} or {@link Arr} (see {@link Owner}) is immutable. Numbers
 * keep the form they came in: {@link TextNum} for numbers read from a message, {@link IntNum} and
 * {@link FloatNum} for computed ones.
 */
public abstract sealed class Value
    permits Null, Bool, Str, Bin, Num, Time, Arr, Obj, Absent, Opaque, Err {
  Value() {}

  /** What the value is; {@link Kind#ERROR} for a failure. */
  public abstract Kind kind();

  /**
   * True for null, {@code deleted()} and {@code nothing()}: what {@code or} and {@code |} fall back
   * from.
   */
  public boolean isNullish() {
    return false;
  }

  /** True for the two sentinels {@code deleted()} and {@code nothing()}. */
  public boolean isAbsent() {
    return false;
  }

  /** True for {@link Err}. */
  public boolean isErr() {
    return false;
  }
}
